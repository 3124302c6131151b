; The installer for Windows: for one account, without an administrator. devtools/packages/windows.py gives
; VERSION, BUNDLE (the folder that PyInstaller made), OUTPUT, ICON and KILOBYTES.
;   setup.exe /S                 install or update without questions
;   uninstall.exe /S             remove without questions; projects and settings stay
Target amd64-unicode
Unicode true
!include "MUI2.nsh"
!include "LogicLib.nsh"
!include "WinVer.nsh"

!define PROGID "Jiheng.Project"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Jiheng"
!define CLASSES "Software\Classes"

Name "绩衡"
OutFile "${OUTPUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\Jiheng"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
SetCompressor /SOLID lzma
BrandingText "绩衡 ${VERSION}"
ManifestDPIAware true

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=2052 "ProductName" "绩衡"
VIAddVersionKey /LANG=2052 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "FileDescription" "绩衡安装程序"
VIAddVersionKey /LANG=2052 "LegalCopyright" "MIT"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\jiheng.exe"
!define MUI_FINISHPAGE_RUN_TEXT "打开绩衡"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"

; A program that runs cannot be replaced: its file cannot be opened for writing.
!macro WaitUntilClosed un
Function ${un}WaitUntilClosed
    ${DoWhile} ${FileExists} "$INSTDIR\jiheng.exe"
        ClearErrors
        FileOpen $0 "$INSTDIR\jiheng.exe" a
        ${IfNot} ${Errors}
            FileClose $0
            ${ExitDo}
        ${EndIf}
        MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "绩衡正在运行。请关闭它的窗口，再点“重试”。" /SD IDCANCEL IDRETRY again
        SetErrorLevel 2
        Quit
        again:
    ${Loop}
FunctionEnd
!macroend
!insertmacro WaitUntilClosed ""
!insertmacro WaitUntilClosed "un."

Function .onInit
    ${IfNot} ${AtLeastWin10}
        MessageBox MB_OK|MB_ICONSTOP "绩衡需要 Windows 10（1809）或更新的 64 位系统。" /SD IDOK
        SetErrorLevel 2
        Quit
    ${EndIf}
FunctionEnd

Section
    Call WaitUntilClosed
    ; An update leaves nothing of the version before; whatever a person may have put beside it stays.
    RMDir /r "$INSTDIR\lib"
    SetOutPath "$INSTDIR"
    File /r "${BUNDLE}\*.*"
    WriteUninstaller "$INSTDIR\uninstall.exe"

    CreateShortcut "$SMPROGRAMS\绩衡.lnk" "$INSTDIR\jiheng.exe"

    WriteRegStr HKCU "${CLASSES}\.jiheng" "" "${PROGID}"
    WriteRegStr HKCU "${CLASSES}\.jiheng" "Content Type" "application/x-jiheng"
    WriteRegStr HKCU "${CLASSES}\${PROGID}" "" "绩衡评价项目"
    WriteRegStr HKCU "${CLASSES}\${PROGID}\DefaultIcon" "" "$INSTDIR\jiheng.exe,0"
    WriteRegStr HKCU "${CLASSES}\${PROGID}\shell\open\command" "" '"$INSTDIR\jiheng.exe" "%1"'

    WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "绩衡"
    WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\jiheng.exe"
    WriteRegStr HKCU "${UNINSTALL}" "Publisher" "Jiheng"
    WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
    WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" ${KILOBYTES}
    WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
    WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
    System::Call 'shell32::SHChangeNotify(i 0x8000000, i 0, p 0, p 0)'
SectionEnd

Section "Uninstall"
    Call un.WaitUntilClosed
    ; Only what was installed: never the whole folder, in which projects may lie.
    RMDir /r "$INSTDIR\lib"
    Delete "$INSTDIR\jiheng.exe"
    Delete "$INSTDIR\jiheng-cli.exe"
    Delete "$INSTDIR\SHA256SUMS"
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR"
    Delete "$SMPROGRAMS\绩衡.lnk"
    DeleteRegKey HKCU "${UNINSTALL}"
    DeleteRegKey HKCU "${CLASSES}\${PROGID}"
    ReadRegStr $0 HKCU "${CLASSES}\.jiheng" ""
    ${If} $0 == "${PROGID}"
        DeleteRegKey HKCU "${CLASSES}\.jiheng"
    ${EndIf}
    System::Call 'shell32::SHChangeNotify(i 0x8000000, i 0, p 0, p 0)'
SectionEnd
