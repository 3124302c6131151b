# Installs the installer in dist/ silently, tries the program, installs over it, removes it. Stops at the first fault.
$ErrorActionPreference = "Stop"
$setup = Get-Item dist/*-setup.exe
$folder = "$env:LOCALAPPDATA\Programs\Jiheng"
$project = "$env:USERPROFILE\Documents\sample.jiheng"

function Check($what, $good) {
    if (-not $good) { throw "not so: $what" }
    Write-Output "so it is: $what"
}
function Run($program, $words) {
    $done = Start-Process -FilePath $program -ArgumentList $words -Wait -PassThru -NoNewWindow
    Check "$program $words" ($done.ExitCode -eq 0)
}

Run $setup.FullName "/S"
Check "program installed" (Test-Path "$folder\jiheng.exe")
Check "start menu entry" (Test-Path "$env:APPDATA\Microsoft\Windows\Start Menu\Programs\绩衡.lnk")
$command = (Get-ItemProperty "HKCU:\Software\Classes\Jiheng.Project\shell\open\command")."(default)"
Check "file type opens with the program" ($command -eq "`"$folder\jiheng.exe`" `"%1`"")
Run "$folder\jiheng-cli.exe" "self-test"
New-Item -ItemType Directory -Force (Split-Path $project) | Out-Null
Run "$folder\jiheng-cli.exe" @("new", $project, "--sample")

Set-Content "$folder\lib\left-over.txt" "from the version before"
Run $setup.FullName "/S"
Check "an update leaves nothing of the version before" (-not (Test-Path "$folder\lib\left-over.txt"))
Run "$folder\jiheng-cli.exe" @("verify", $project)

# The uninstaller starts a copy of itself; _?= makes it stay, and so be waited for.
Run "$folder\uninstall.exe" @("/S", "_?=$folder")
Check "program removed" (-not (Test-Path "$folder\jiheng.exe") -and -not (Test-Path "$folder\lib"))
Check "file type removed" (-not (Test-Path "HKCU:\Software\Classes\Jiheng.Project"))
Check "projects stay" (Test-Path $project)
