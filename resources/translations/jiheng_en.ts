<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>AboutDialog</name>
    <message><source>{0} 个程序文件与发布时一致。</source>
        <translation>{0} program files are as released.</translation></message>
    <message><source>{0}。若不是自己替换的，请重新安装。</source>
        <translation>{0}. Unless you exchanged them yourself, install again.</translation></message>
    <message><source>与发布时不同 {0} 个：{1}</source>
        <translation>{0} other than released: {1}</translation></message>
    <message><source>专项资金绩效评价工作台。绩衡自身的代码按 MIT 许可发布；界面使用 Qt {0}（LGPL-3.0），其库是单独的文件，可以替换，源代码的出处见“Qt README”。以下是更新记录和各项组件的许可原文。</source>
        <translation>A workbench for the performance evaluation of special fiscal funds. Jiheng's own code is under the MIT licence; the window uses Qt {0} (LGPL-3.0), whose libraries are separate files that can be exchanged; "Qt README" says where their source is. Below are the change log and the licences of all components.</translation></message>
    <message><source>从源代码运行，没有随附的校验和。</source>
        <translation>Run from source; there are no checksums.</translation></message>
    <message><source>全部组件</source>
        <translation>All components</translation></message>
    <message><source>关于绩衡</source>
        <translation>About Jiheng</translation></message>
    <message><source>原文</source>
        <translation>Text</translation></message>
    <message><source>更新记录</source>
        <translation>Change log</translation></message>
    <message><source>核对程序文件</source>
        <translation>Verify program files</translation></message>
    <message><source>程序文件 {0} 个，清单校验和（SHA-256）：{1}</source>
        <translation>{0} program files, checksum of the list (SHA-256): {1}</translation></message>
    <message><source>组件</source>
        <translation>Components</translation></message>
    <message><source>绩衡</source>
        <translation>Jiheng</translation></message>
    <message><source>绩衡 {0}</source>
        <translation>Jiheng {0}</translation></message>
    <message><source>缺少 {0} 个：{1}</source>
        <translation>{0} missing: {1}</translation></message>
</context>
<context>
    <name>Actions</name>
    <message><source>万元</source>
        <translation>10k yuan</translation></message>
    <message><source>下一个窗格</source>
        <translation>Next pane</translation></message>
    <message><source>下一个问题</source>
        <translation>Next problem</translation></message>
    <message><source>主题</source>
        <translation>Theme</translation></message>
    <message><source>人名、电话、证件号和邮箱隐去的报告</source>
        <translation>The report without names of people, phone and ID numbers and e-mail addresses</translation></message>
    <message><source>从 Excel、CSV 或 Word 读入，先看清变化再导入</source>
        <translation>Read from Excel, CSV or Word; see what changes before it is imported</translation></message>
    <message><source>使用人…</source>
        <translation>User…</translation></message>
    <message><source>使用帮助</source>
        <translation>Help</translation></message>
    <message><source>供其他软件读取</source>
        <translation>For other software</translation></message>
    <message><source>依次跳到校核发现的问题</source>
        <translation>Go through the problems one by one</translation></message>
    <message><source>修改历史</source>
        <translation>History</translation></message>
    <message><source>假设</source>
        <translation>What-if</translation></message>
    <message><source>元</source>
        <translation>yuan</translation></message>
    <message><source>光标移到下一个窗格</source>
        <translation>Move to the next pane</translation></message>
    <message><source>全屏</source>
        <translation>Full screen</translation></message>
    <message><source>全部数据表，改好后可再导入</source>
        <translation>All tables; can be edited and imported again</translation></message>
    <message><source>关于绩衡</source>
        <translation>About Jiheng</translation></message>
    <message><source>关闭项目</source>
        <translation>Close project</translation></message>
    <message><source>列出已定稿的版本，比较两个版本，原样导出</source>
        <translation>List frozen versions, compare two, export one as it was</translation></message>
    <message><source>占满屏幕或恢复</source>
        <translation>Fill the screen or go back</translation></message>
    <message><source>另存一份样例项目并打开</source>
        <translation>Save a copy of the sample project and open it</translation></message>
    <message><source>右侧面板</source>
        <translation>Right panel</translation></message>
    <message><source>同一份报告，可在 Word 或 WPS 里接着改</source>
        <translation>The same report, to be edited further in Word or WPS</translation></message>
    <message><source>回到开始页</source>
        <translation>Back to the start page</translation></message>
    <message><source>在副本上试改，看总分和等次怎样变，再决定是否保留</source>
        <translation>Try changes on a copy, see total and grade, then decide whether to keep them</translation></message>
    <message><source>在样例的副本上一步一步做一遍</source>
        <translation>Step by step through a copy of the sample</translation></message>
    <message><source>备份副本</source>
        <translation>Back up</translation></message>
    <message><source>大</source>
        <translation>Large</translation></message>
    <message><source>字号</source>
        <translation>Font size</translation></message>
    <message><source>定稿…</source>
        <translation>Freeze version…</translation></message>
    <message><source>导入表格…</source>
        <translation>Import tables…</translation></message>
    <message><source>导出公开版 PDF…</source>
        <translation>Export public PDF…</translation></message>
    <message><source>导出报告 PDF…</source>
        <translation>Export report as PDF…</translation></message>
    <message><source>导出报告 Word…</source>
        <translation>Export report as Word…</translation></message>
    <message><source>导出数据 JSON…</source>
        <translation>Export data as JSON…</translation></message>
    <message><source>导出自评表 Excel…</source>
        <translation>Export self-evaluation form as Excel…</translation></message>
    <message><source>导出自评表 PDF…</source>
        <translation>Export self-evaluation form as PDF…</translation></message>
    <message><source>导出表格 Excel…</source>
        <translation>Export tables as Excel…</translation></message>
    <message><source>小</source>
        <translation>Small</translation></message>
    <message><source>工具(&amp;T)</source>
        <translation>&amp;Tools</translation></message>
    <message><source>帮助(&amp;H)</source>
        <translation>&amp;Help</translation></message>
    <message><source>建立一个新的评价项目文件</source>
        <translation>Make a new project file</translation></message>
    <message><source>快捷键</source>
        <translation>Keys</translation></message>
    <message><source>所有修改都已存盘</source>
        <translation>All changes are saved</translation></message>
    <message><source>所有快捷键</source>
        <translation>All keys</translation></message>
    <message><source>打开…</source>
        <translation>Open…</translation></message>
    <message><source>打开与当前页面有关的帮助</source>
        <translation>Open the help on the page in front</translation></message>
    <message><source>打开已有的项目文件</source>
        <translation>Open an existing project file</translation></message>
    <message><source>打开样例…</source>
        <translation>Open sample…</translation></message>
    <message><source>把剪贴板里的整张表读入：认出表头、单位和小计，看清再导入</source>
        <translation>Read the whole table on the clipboard: head, units and subtotals are recognised, and you see it before it is imported</translation></message>
    <message><source>把现在的报告连同数据存为一个版本</source>
        <translation>Keep the report as it is now, with its data, as a version</translation></message>
    <message><source>报告版本…</source>
        <translation>Report versions…</translation></message>
    <message><source>指标体系…</source>
        <translation>Standards…</translation></message>
    <message><source>按当前数据生成报告</source>
        <translation>Make the report from the present data</translation></message>
    <message><source>撤销</source>
        <translation>Undo</translation></message>
    <message><source>撤销最近一次修改</source>
        <translation>Undo the last change</translation></message>
    <message><source>数据(&amp;D)</source>
        <translation>&amp;Data</translation></message>
    <message><source>新建项目…</source>
        <translation>New project…</translation></message>
    <message><source>显示或收起右侧面板</source>
        <translation>Show or hide the right panel</translation></message>
    <message><source>最近打开</source>
        <translation>Recent</translation></message>
    <message><source>查找</source>
        <translation>Find</translation></message>
    <message><source>查找文字、数字、日期，也可用拼音首字母</source>
        <translation>Find words, figures, dates; pinyin initials too</translation></message>
    <message><source>标准</source>
        <translation>Standard</translation></message>
    <message><source>标题、被评价单位、年度、阶段</source>
        <translation>Title, evaluated unit, year, stage</translation></message>
    <message><source>核对文件</source>
        <translation>Verify file</translation></message>
    <message><source>核对结构、数据、修改历史和附件</source>
        <translation>Verify structure, data, history and attachments</translation></message>
    <message><source>此格的修改历史</source>
        <translation>History of this cell</translation></message>
    <message><source>每个资金项目一份项目支出绩效自评表</source>
        <translation>One self-evaluation form for each fund</translation></message>
    <message><source>每个资金项目一份，合计带公式</source>
        <translation>One for each fund, totals with formulas</translation></message>
    <message><source>每次修改都已存盘；这里另存一份带日期的副本</source>
        <translation>Every change is saved already; this makes a dated copy</translation></message>
    <message><source>浅色</source>
        <translation>Light</translation></message>
    <message><source>深色</source>
        <translation>Dark</translation></message>
    <message><source>版本与许可</source>
        <translation>Version and licences</translation></message>
    <message><source>特大</source>
        <translation>Extra large</translation></message>
    <message><source>用样例学一遍</source>
        <translation>Learn with the sample</translation></message>
    <message><source>等次界限、分母、标准值</source>
        <translation>Grade bounds, rate bases, standards</translation></message>
    <message><source>粘贴为表格…</source>
        <translation>Paste as table…</translation></message>
    <message><source>编辑(&amp;E)</source>
        <translation>&amp;Edit</translation></message>
    <message><source>视图(&amp;V)</source>
        <translation>&amp;View</translation></message>
    <message><source>记入修改历史的姓名</source>
        <translation>The name kept in the history</translation></message>
    <message><source>语言 Language</source>
        <translation>Language 语言</translation></message>
    <message><source>谁在何时改了什么</source>
        <translation>Who changed what and when</translation></message>
    <message><source>谁在何时改过光标所在的格</source>
        <translation>Who changed the current cell and when</translation></message>
    <message><source>跟随系统</source>
        <translation>As the system</translation></message>
    <message><source>退出</source>
        <translation>Quit</translation></message>
    <message><source>选用、比较、保存和交换指标体系</source>
        <translation>Apply, compare, save and exchange standards</translation></message>
    <message><source>重做</source>
        <translation>Redo</translation></message>
    <message><source>重做刚撤销的修改</source>
        <translation>Redo what was undone last</translation></message>
    <message><source>金额单位</source>
        <translation>Money unit</translation></message>
    <message><source>页面</source>
        <translation>Tabs</translation></message>
    <message><source>项目(&amp;P)</source>
        <translation>&amp;Project</translation></message>
    <message><source>项目信息</source>
        <translation>Project information</translation></message>
    <message><source>项目设置</source>
        <translation>Project settings</translation></message>
    <message><source>高对比</source>
        <translation>High contrast</translation></message>
</context>
<context>
    <name>AdjustBox</name>
    <message><source>关闭</source>
        <translation>Close</translation></message>
    <message><source>取消调整</source>
        <translation>Take back adjustment</translation></message>
    <message><source>指标“{0}” · 取消调整</source>
        <translation>Indicator "{0}" · adjustment taken back</translation></message>
    <message><source>指标“{0}” · 调整得分</source>
        <translation>Indicator "{0}" · score adjusted</translation></message>
    <message><source>理由，写进报告得分表</source>
        <translation>Reason, printed in the score table</translation></message>
    <message><source>请填写调整得分和理由；没有理由的调整不计入总分</source>
        <translation>Enter the adjusted score and a reason; without one it does not count</translation></message>
    <message><source>调整得分</source>
        <translation>Adjusted score</translation></message>
    <message><source>调整得分 {0} 超过分值 {1}，请改小</source>
        <translation>The adjusted score {0} exceeds the weight {1}; make it less</translation></message>
    <message><source>调整理由</source>
        <translation>Reason for adjusting</translation></message>
    <message><source>采用</source>
        <translation>Accept</translation></message>
</context>
<context>
    <name>Advice</name>
    <message><source>写一条建议，或者关联已有的建议</source>
        <translation>Write a recommendation, or link one that exists</translation></message>
    <message><source>新写建议</source>
        <translation>New recommendation</translation></message>
    <message><source>用已有建议…</source>
        <translation>Use an existing one…</translation></message>
    <message><source>移除</source>
        <translation>Remove</translation></message>
    <message><source>还没有建议。</source>
        <translation>No recommendations yet.</translation></message>
    <message><source>问题关联建议</source>
        <translation>Link a recommendation to the finding</translation></message>
    <message><source>问题取消关联建议</source>
        <translation>Unlink a recommendation from the finding</translation></message>
    <message><source>＋ 关联建议…</source>
        <translation>+ Link recommendation…</translation></message>
</context>
<context>
    <name>AdviceDetail</name>
    <message><source>对应问题</source>
        <translation>Findings</translation></message>
    <message><source>移除</source>
        <translation>Remove</translation></message>
    <message><source>问题关联建议</source>
        <translation>Link a recommendation to the finding</translation></message>
    <message><source>问题取消关联建议</source>
        <translation>Unlink a recommendation from the finding</translation></message>
    <message><source>＋ 关联问题…</source>
        <translation>+ Link finding…</translation></message>
</context>
<context>
    <name>AnswerBar</name>
    <message><source>到该处 →</source>
        <translation>Go there →</translation></message>
    <message><source>已解释…</source>
        <translation>Explained…</translation></message>
    <message><source>并入问题…</source>
        <translation>Merge into finding…</translation></message>
    <message><source>拟为问题</source>
        <translation>Draft finding</translation></message>
    <message><source>撤回结论</source>
        <translation>Take back verdict</translation></message>
    <message><source>查看问题</source>
        <translation>Show problems</translation></message>
    <message><source>校核“{0}” · 并入问题</source>
        <translation>Check "{0}" · merged into finding</translation></message>
    <message><source>误报…</source>
        <translation>False alarm…</translation></message>
</context>
<context>
    <name>Answers</name>
    <message><source>拟为问题“{0}”</source>
        <translation>Finding "{0}" drafted</translation></message>
    <message><source>撤销</source>
        <translation>Undo</translation></message>
    <message><source>校核“{0}” · {1}</source>
        <translation>Check "{0}" · {1}</translation></message>
    <message><source>校核“{0}” · 撤回结论</source>
        <translation>Check "{0}" · verdict taken back</translation></message>
</context>
<context>
    <name>Ask</name>
    <message><source>使用人</source>
        <translation>User</translation></message>
    <message><source>导入表格</source>
        <translation>Import tables</translation></message>
    <message><source>打开项目</source>
        <translation>Open project</translation></message>
    <message><source>绩衡项目 (*{0});;所有文件 (*)</source>
        <translation>Jiheng project (*{0});;All files (*)</translation></message>
    <message><source>表格 ({0});;所有文件 (*)</source>
        <translation>Tables ({0});;All files (*)</translation></message>
    <message><source>记入修改历史的姓名</source>
        <translation>The name kept in the history</translation></message>
</context>
<context>
    <name>BackedForm</name>
    <message><source>佐证</source>
        <translation>Evidence</translation></message>
</context>
<context>
    <name>ChangeList</name>
    <message><source>……共 {0} 处</source>
        <translation>… {0} in all</translation></message>
    <message><source>作废理由</source>
        <translation>Reason for voiding</translation></message>
    <message><source>删除</source>
        <translation>Delete</translation></message>
    <message><source>原来</source>
        <translation>Before</translation></message>
    <message><source>改为</source>
        <translation>After</translation></message>
    <message><source>改了什么</source>
        <translation>What changed</translation></message>
    <message><source>新增</source>
        <translation>Add</translation></message>
    <message><source>栏目</source>
        <translation>Field</translation></message>
    <message><source>次序</source>
        <translation>Order</translation></message>
    <message><source>行</source>
        <translation>Row</translation></message>
    <message><source>表</source>
        <translation>Table</translation></message>
</context>
<context>
    <name>ChapterCompare</name>
    <message><source>回到正文</source>
        <translation>Back to the text</translation></message>
    <message><source>第 {0} 处</source>
        <translation>No. {0}</translation></message>
    <message><source>（没有）</source>
        <translation>(none)</translation></message>
</context>
<context>
    <name>ChapterEditor</name>
    <message><source>正文</source>
        <translation>Text</translation></message>
</context>
<context>
    <name>ChapterHead</name>
    <message><source>引用问题…</source>
        <translation>Quote a finding…</translation></message>
    <message><source>把一个问题的编号、标题和事实引到光标处，随问题改变</source>
        <translation>Quote a finding's code, title and fact at the caret; they follow the finding</translation></message>
    <message><source>插入数据…</source>
        <translation>Insert data…</translation></message>
    <message><source>数字、句子、表格和图　Ctrl+I，或键入 {</source>
        <translation>Figures, sentences, tables and charts Ctrl+I, or type {</translation></message>
    <message><source>本章状态</source>
        <translation>Chapter state</translation></message>
</context>
<context>
    <name>ChapterList</name>
    <message><source>上移　Alt+↑</source>
        <translation>Move up Alt+↑</translation></message>
    <message><source>下移　Alt+↓</source>
        <translation>Move down Alt+↓</translation></message>
    <message><source>不列入</source>
        <translation>Not included</translation></message>
    <message><source>不列入报告</source>
        <translation>Not in report</translation></message>
    <message><source>列入报告</source>
        <translation>Included</translation></message>
    <message><source>删除本章</source>
        <translation>Delete chapter</translation></message>
    <message><source>加一章</source>
        <translation>Add chapter</translation></message>
    <message><source>恢复顺序</source>
        <translation>Usual order</translation></message>
    <message><source>报告章节</source>
        <translation>Chapter</translation></message>
    <message><source>改名…　F2</source>
        <translation>Rename… F2</translation></message>
    <message><source>未命名</source>
        <translation>Unnamed</translation></message>
    <message><source>标题和引言</source>
        <translation>Title and introduction</translation></message>
    <message><source>附　得分表与附表</source>
        <translation>Annex Tables</translation></message>
</context>
<context>
    <name>ChapterMenus</name>
    <message><source>三级标题 1.</source>
        <translation>Heading 3</translation></message>
    <message><source>二级标题（一）</source>
        <translation>Heading 2</translation></message>
    <message><source>全选　Ctrl+A</source>
        <translation>Select all Ctrl+A</translation></message>
    <message><source>删除　Delete</source>
        <translation>Delete Delete</translation></message>
    <message><source>剪切　Ctrl+X</source>
        <translation>Cut Ctrl+X</translation></message>
    <message><source>复制　Ctrl+C</source>
        <translation>Copy Ctrl+C</translation></message>
    <message><source>小字</source>
        <translation>Small print</translation></message>
    <message><source>展开成可改的文字</source>
        <translation>Turn into editable text</translation></message>
    <message><source>打开来源</source>
        <translation>Open source</translation></message>
    <message><source>未命名</source>
        <translation>Unnamed</translation></message>
    <message><source>正文段落</source>
        <translation>Paragraph</translation></message>
    <message><source>粘贴　Ctrl+V</source>
        <translation>Paste Ctrl+V</translation></message>
    <message><source>还没有录入问题</source>
        <translation>No findings yet</translation></message>
</context>
<context>
    <name>ChapterPane</name>
    <message><source>与数据生成的正文不同之处</source>
        <translation>Differences from the automatic text</translation></message>
    <message><source>已恢复自动正文</source>
        <translation>Automatic text is back</translation></message>
    <message><source>得分表与附表</source>
        <translation>Score table and annexes</translation></message>
    <message><source>插入数据…</source>
        <translation>Insert data…</translation></message>
    <message><source>数据或模板里新的说法</source>
        <translation>What data or template say anew</translation></message>
    <message><source>附　得分表与附表</source>
        <translation>Annex Score table, annexes</translation></message>
    <message><source>附件的表都由数据生成，在右边预览里看；点表里的数字到它的来源。</source>
        <translation>The tables of the annex come from the data; see them in the preview on the right. Click a figure to go to its source.</translation></message>
</context>
<context>
    <name>ChapterRemarks</name>
    <message><source>{0} 第 {1} 个字：{2}</source>
        <translation>{0} character {1}: {2}</translation></message>
    <message><source>到该处</source>
        <translation>Go there</translation></message>
    <message><source>恢复自动正文</source>
        <translation>Back to automatic text</translation></message>
    <message><source>数据或模板有 {0} 处新的说法。</source>
        <translation>Data or template say {0} things anew.</translation></message>
    <message><source>本章有 {0} 处引用写得不对：{1}</source>
        <translation>{0} wrong fields in this chapter: {1}</translation></message>
    <message><source>查看</source>
        <translation>Show</translation></message>
    <message><source>比较</source>
        <translation>Compare</translation></message>
    <message><source>这一章改写过，与数据生成的正文有 {0} 处不同。</source>
        <translation>This chapter was edited and differs from the automatic text in {0} places.</translation></message>
    <message><source>这一章改写过，现在与数据生成的正文相同。</source>
        <translation>This chapter was edited and now equals the automatic text.</translation></message>
</context>
<context>
    <name>ChapterReview</name>
    <message><source>不采用</source>
        <translation>Decline</translation></message>
    <message><source>我写的</source>
        <translation>Mine</translation></message>
    <message><source>改写时</source>
        <translation>When edited</translation></message>
    <message><source>数据生成</source>
        <translation>From the data</translation></message>
    <message><source>现在的说法</source>
        <translation>As said now</translation></message>
    <message><source>采用</source>
        <translation>Accept</translation></message>
    <message><source>采用数据生成的</source>
        <translation>Use the automatic one</translation></message>
</context>
<context>
    <name>CheckPage</name>
    <message><source>不能导入的单元格</source>
        <translation>Cells that cannot be imported</translation></message>
    <message><source>不能导入的单元格　{0}　所在的行不导入</source>
        <translation>Cells that cannot be imported {0} their rows are left out</translation></message>
    <message><source>全不选</source>
        <translation>Select none</translation></message>
    <message><source>全选</source>
        <translation>Select all</translation></message>
    <message><source>将写入的行</source>
        <translation>Rows to be written</translation></message>
    <message><source>将写入的行　{0}　去掉勾选的不写入</source>
        <translation>Rows to be written {0} unticked ones are left out</translation></message>
    <message><source>；另有 {0} 条说明</source>
        <translation>; {0} more notes</translation></message>
</context>
<context>
    <name>ColumnsPage</name>
    <message><source>{0} 列没有对应</source>
        <translation>{0} columns not matched</translation></message>
    <message><source>✓ {0} 列已全部对应</source>
        <translation>✓ All {0} columns matched</translation></message>
    <message><source>不导入</source>
        <translation>Skip</translation></message>
    <message><source>导入到</source>
        <translation>Import into</translation></message>
    <message><source>无</source>
        <translation>None</translation></message>
    <message><source>行　金额单位</source>
        <translation>rows; money in</translation></message>
    <message><source>表</source>
        <translation>Table</translation></message>
    <message><source>表头在第</source>
        <translation>Head rows</translation></message>
    <message><source>要导入的表，只供查看</source>
        <translation>Table to import, to look at only</translation></message>
    <message><source>读入时的判断</source>
        <translation>Judgements made while reading</translation></message>
    <message><source>（请选择）</source>
        <translation>(please choose)</translation></message>
</context>
<context>
    <name>ComboHeader</name>
    <message><source>“{0}”对应的字段</source>
        <translation>Field for "{0}"</translation></message>
</context>
<context>
    <name>Commands</name>
    <message><source>“{0}”没有可以显示的页面</source>
        <translation>"{0}" has no page to show</translation></message>
    <message><source>先选一个单元格或表单里的一栏</source>
        <translation>Choose a cell or a field of a form first</translation></message>
    <message><source>公开版</source>
        <translation>Public version</translation></message>
    <message><source>已撤销　{0}</source>
        <translation>Undone {0}</translation></message>
    <message><source>已重做　{0}</source>
        <translation>Redone {0}</translation></message>
    <message><source>报告</source>
        <translation>Report</translation></message>
    <message><source>换语言要重新打开窗口。请先保留改动或退出假设</source>
        <translation>Another language opens the window anew. Keep the changes or leave what-if first</translation></message>
    <message><source>撤销</source>
        <translation>Undo</translation></message>
    <message><source>数据</source>
        <translation>Data</translation></message>
    <message><source>文件完好：结构、数据、修改历史和附件都已核对</source>
        <translation>The file is sound: structure, data, history and attachments are verified</translation></message>
    <message><source>自评表</source>
        <translation>Self-evaluation</translation></message>
    <message><source>表格</source>
        <translation>Table</translation></message>
    <message><source>还没有打开过项目</source>
        <translation>No project was opened yet</translation></message>
    <message><source>重做</source>
        <translation>Redo</translation></message>
</context>
<context>
    <name>Completions</name>
    <message><source>可以写的名称</source>
        <translation>Names that can be used</translation></message>
</context>
<context>
    <name>Context</name>
    <message><source>这一行已经不在了</source>
        <translation>This row is gone</translation></message>
</context>
<context>
    <name>ContractDetail</name>
    <message><source>{0}年合同</source>
        <translation>Contracts of {0}</translation></message>
    <message><source>与付款对照</source>
        <translation>Beside the payments</translation></message>
    <message><source>与原合同比较</source>
        <translation>Compared with the first contract</translation></message>
    <message><source>付款</source>
        <translation>Payments</translation></message>
    <message><source>付款条款</source>
        <translation>Term</translation></message>
    <message><source>佐证</source>
        <translation>Evidence</translation></message>
    <message><source>原合同</source>
        <translation>First contract</translation></message>
    <message><source>合同信息</source>
        <translation>Contract</translation></message>
    <message><source>合计</source>
        <translation>Total</translation></message>
    <message><source>备注</source>
        <translation>Remark</translation></message>
    <message><source>已付</source>
        <translation>Paid</translation></message>
    <message><source>总览</source>
        <translation>Overview</translation></message>
    <message><source>新明细</source>
        <translation>New item</translation></message>
    <message><source>新条款</source>
        <translation>New term</translation></message>
    <message><source>新考核</source>
        <translation>New review</translation></message>
    <message><source>新里程碑</source>
        <translation>New milestone</translation></message>
    <message><source>时间</source>
        <translation>Time</translation></message>
    <message><source>明细</source>
        <translation>Items</translation></message>
    <message><source>未命名</source>
        <translation>Unnamed</translation></message>
    <message><source>本合同</source>
        <translation>This contract</translation></message>
    <message><source>条款</source>
        <translation>Terms</translation></message>
    <message><source>比例</source>
        <translation>Share</translation></message>
    <message><source>没有选中合同</source>
        <translation>No contract chosen</translation></message>
    <message><source>由金额自动写成</source>
        <translation>Written from the amounts</translation></message>
    <message><source>续签自 {0}</source>
        <translation>Renewal of {0}</translation></message>
    <message><source>续签链</source>
        <translation>Renewals</translation></message>
    <message><source>考核</source>
        <translation>Reviews</translation></message>
    <message><source>里程碑</source>
        <translation>Milestones</translation></message>
    <message><source>验收</source>
        <translation>Acceptance</translation></message>
</context>
<context>
    <name>ContractRows</name>
    <message><source>付款进度</source>
        <translation>Paid</translation></message>
    <message><source>以前年度付</source>
        <translation>Earlier</translation></message>
    <message><source>合计　{0} 份</source>
        <translation>Total {0}</translation></message>
    <message><source>服务期</source>
        <translation>Service</translation></message>
    <message><source>未付</source>
        <translation>Unpaid</translation></message>
    <message><source>项目或分组待核对</source>
        <translation>Fund or group to be checked</translation></message>
</context>
<context>
    <name>ContractsTab</name>
    <message><source>F2 编辑　Ctrl+D 向下填充　Alt+Enter 详情</source>
        <translation>F2 edit Ctrl+D fill down Alt+Enter details</translation></message>
    <message><source>{0}年付</source>
        <translation>Paid in {0}</translation></message>
    <message><source>为选中的合同新增一份续签合同</source>
        <translation>Add a renewal of the chosen contract</translation></message>
    <message><source>从 Excel 粘贴到当前格　Ctrl+V</source>
        <translation>Paste from Excel at the current cell Ctrl+V</translation></message>
    <message><source>作废…</source>
        <translation>Void…</translation></message>
    <message><source>作废选中的合同，须写明原因</source>
        <translation>Void the chosen contract; a reason is needed</translation></message>
    <message><source>先选中要续签的合同</source>
        <translation>Choose the contract to renew first</translation></message>
    <message><source>单位：{0}</source>
        <translation>Unit: {0}</translation></message>
    <message><source>合同</source>
        <translation>Contracts</translation></message>
    <message><source>合计</source>
        <translation>Total</translation></message>
    <message><source>在左边末行输入合同名称，或从 Excel 复制表格后粘贴</source>
        <translation>Type a contract name in the last row on the left, or paste a table from Excel</translation></message>
    <message><source>在当前分组新增一份合同</source>
        <translation>Add a contract to the current group</translation></message>
    <message><source>在此输入新合同，或从 Excel 粘贴</source>
        <translation>Type a new contract here, or paste from Excel</translation></message>
    <message><source>导入 Excel、CSV、Word 表格</source>
        <translation>Import Excel, CSV or Word tables</translation></message>
    <message><source>导入…</source>
        <translation>Import…</translation></message>
    <message><source>按资金项目和项目分组显示小计</source>
        <translation>Show subtotals by fund and contract group</translation></message>
    <message><source>按项目分组</source>
        <translation>By group</translation></message>
    <message><source>新增合同</source>
        <translation>Add contract</translation></message>
    <message><source>本年付</source>
        <translation>This year</translation></message>
    <message><source>筛选合同</source>
        <translation>Filter contracts</translation></message>
    <message><source>粘贴</source>
        <translation>Paste</translation></message>
    <message><source>续签</source>
        <translation>Renewal</translation></message>
    <message><source>续签合同“{0}”</source>
        <translation>Renew contract "{0}"</translation></message>
    <message><source>还没有合同</source>
        <translation>No contracts yet</translation></message>
</context>
<context>
    <name>Corner</name>
    <message><source>只读</source>
        <translation>Read-only</translation></message>
    <message><source>已保存 {0}</source>
        <translation>Saved {0}</translation></message>
    <message><source>每次修改都在离开单元格时存盘</source>
        <translation>Every change is saved when you leave the cell</translation></message>
</context>
<context>
    <name>CounterTabs</name>
    <message><source>{0}，{1} 个问题</source>
        <translation>{0}, {1} findings</translation></message>
    <message><source>页面</source>
        <translation>Tabs</translation></message>
</context>
<context>
    <name>DataWords</name>
    <message><source>“{0}”的章号</source>
        <translation>Chapter number of "{0}"</translation></message>
</context>
<context>
    <name>DetailPanel</name>
    <message><source>详情页面</source>
        <translation>Detail pages</translation></message>
</context>
<context>
    <name>DifferenceList</name>
    <message><source>{0}　{1} 处</source>
        <translation>{0} {1}</translation></message>
    <message><source>差异</source>
        <translation>Difference</translation></message>
    <message><source>这一处没有可以显示的行：它是报告里的文字，或那一行已经删去</source>
        <translation>There is no row to show: it is text of the report, or the row was deleted</translation></message>
</context>
<context>
    <name>Dropped</name>
    <message><source>{0}作为佐证保存</source>
        <translation>Keep {0} as evidence</translation></message>
    <message><source>“{0}”</source>
        <translation>“{0}”</translation></message>
    <message><source>“{0}”等 {1} 个文件</source>
        <translation>"{0}" and others, {1} files</translation></message>
    <message><source>“{0}”还不能校对：报告校对的功能尚未做好</source>
        <translation>"{0}" cannot be proofread yet: that part is not made yet</translation></message>
    <message><source>只存为佐证</source>
        <translation>Keep as evidence only</translation></message>
    <message><source>导入其中的表格…</source>
        <translation>Import its tables…</translation></message>
    <message><source>撤销</source>
        <translation>Undo</translation></message>
    <message><source>附佐证 {0} 个文件</source>
        <translation>Attach {0} files as evidence</translation></message>
    <message><source>附佐证“{0}”</source>
        <translation>Evidence "{0}" attached</translation></message>
    <message><source>附到{0}“{1}”</source>
        <translation>Attach to {0} "{1}"</translation></message>
</context>
<context>
    <name>EditLabels</name>
    <message><source>{0}“{1}”</source>
        <translation>{0} “{1}”</translation></message>
    <message><source>{0}“{1}”（{2}）</source>
        <translation>{0} “{1}” ({2})</translation></message>
    <message><source>“{0}”的分值改为下级合计</source>
        <translation>Weight of "{0}" set to the sum below it</translation></message>
    <message><source>不列入报告</source>
        <translation>Not in report</translation></message>
    <message><source>不采用新的说法</source>
        <translation>new wording declined</translation></message>
    <message><source>作废 {0} 行{1}</source>
        <translation>Void {0} rows of {1}</translation></message>
    <message><source>作废{0}“{1}”</source>
        <translation>Void {0} “{1}”</translation></message>
    <message><source>假设：{0}</source>
        <translation>What-if: {0}</translation></message>
    <message><source>假设：{0} 等 {1} 行</source>
        <translation>What-if: {0} and others, {1} rows</translation></message>
    <message><source>分摊分值差额（{0} 项）</source>
        <translation>Share out the weight difference ({0} indicators)</translation></message>
    <message><source>列入报告</source>
        <translation>Included</translation></message>
    <message><source>删除</source>
        <translation>Delete</translation></message>
    <message><source>删除 {0} 行{1}</source>
        <translation>Delete {0} rows of {1}</translation></message>
    <message><source>删除{0}“{1}”</source>
        <translation>Delete {0} “{1}”</translation></message>
    <message><source>删除指标“{0}”</source>
        <translation>Delete indicator "{0}"</translation></message>
    <message><source>取消调整</source>
        <translation>Take back adjustment</translation></message>
    <message><source>向下填充 {0} 行{1}</source>
        <translation>Fill down {0} rows of {1}</translation></message>
    <message><source>向右填充 {0} 行{1}</source>
        <translation>Fill right {0} rows of {1}</translation></message>
    <message><source>回到 {0}“{1}”之后（撤回 {2} 次修改）</source>
        <translation>Back to {0}, after “{1}” ({2} changes taken back)</translation></message>
    <message><source>填入 {0} 格{1}</source>
        <translation>Fill {0} cells of {1}</translation></message>
    <message><source>复制 {0} 行{1}</source>
        <translation>Duplicate {0} rows of {1}</translation></message>
    <message><source>套用指标体系“{0}”</source>
        <translation>Apply standard "{0}"</translation></message>
    <message><source>定稿　{0}</source>
        <translation>Freeze {0}</translation></message>
    <message><source>导入 {0}（{1} 行）</source>
        <translation>Import {0} ({1} rows)</translation></message>
    <message><source>并入问题</source>
        <translation>merged into finding</translation></message>
    <message><source>引言</source>
        <translation>Introduction</translation></message>
    <message><source>恢复{0}“{1}”</source>
        <translation>Restore {0} "{1}"</translation></message>
    <message><source>恢复自动正文</source>
        <translation>Back to automatic text</translation></message>
    <message><source>扣分关联“{0}”</source>
        <translation>Deduction linked to "{0}"</translation></message>
    <message><source>报告 · 加一章“{0}”</source>
        <translation>Report · chapter “{0}” added</translation></message>
    <message><source>报告 · 恢复章节顺序</source>
        <translation>Report · usual order of chapters</translation></message>
    <message><source>报告章节“{0}”</source>
        <translation>Report chapter “{0}”</translation></message>
    <message><source>拟为问题“{0}”</source>
        <translation>Finding "{0}" drafted</translation></message>
    <message><source>按评分标准设定规则</source>
        <translation>rule set from criteria</translation></message>
    <message><source>插入 {0} 行{1}</source>
        <translation>Insert {0} rows of {1}</translation></message>
    <message><source>撤回结论</source>
        <translation>Take back verdict</translation></message>
    <message><source>撤销 {0}</source>
        <translation>Undo {0}</translation></message>
    <message><source>新写建议</source>
        <translation>New recommendation</translation></message>
    <message><source>新增{0}</source>
        <translation>Add {0}</translation></message>
    <message><source>新增{0}“{1}”</source>
        <translation>Add {0} “{1}”</translation></message>
    <message><source>新建项目</source>
        <translation>New project</translation></message>
    <message><source>新建项目（样例）</source>
        <translation>New project (sample)</translation></message>
    <message><source>新的一章</source>
        <translation>New chapter</translation></message>
    <message><source>替换 {0} 格{1}</source>
        <translation>Replace {0} cells of {1}</translation></message>
    <message><source>标为已提供（{0} 项）</source>
        <translation>Mark received ({0} items)</translation></message>
    <message><source>标题</source>
        <translation>Title</translation></message>
    <message><source>校核“{0}”</source>
        <translation>Check “{0}”</translation></message>
    <message><source>清除 {0} 格{1}</source>
        <translation>Clear {0} cells of {1}</translation></message>
    <message><source>状态</source>
        <translation>State</translation></message>
    <message><source>移动 {0} 行{1}</source>
        <translation>Move {0} rows of {1}</translation></message>
    <message><source>移动{0}“{1}”</source>
        <translation>Move {0} “{1}”</translation></message>
    <message><source>移除佐证</source>
        <translation>Remove evidence</translation></message>
    <message><source>粘贴 {0} 行{1}</source>
        <translation>Paste {0} rows of {1}</translation></message>
    <message><source>续签合同“{0}”</source>
        <translation>Renew contract "{0}"</translation></message>
    <message><source>要点“{0}”</source>
        <translation>Point “{0}”</translation></message>
    <message><source>调整得分</source>
        <translation>Adjusted score</translation></message>
    <message><source>采用新的说法</source>
        <translation>new wording taken</translation></message>
    <message><source>重做 {0}</source>
        <translation>Redo {0}</translation></message>
    <message><source>问题关联建议</source>
        <translation>Link a recommendation to the finding</translation></message>
    <message><source>问题取消关联建议</source>
        <translation>Unlink a recommendation from the finding</translation></message>
    <message><source>附件</source>
        <translation>Attachment</translation></message>
    <message><source>附佐证 {0} 个文件</source>
        <translation>Attach {0} files as evidence</translation></message>
    <message><source>附佐证“{0}”</source>
        <translation>Evidence "{0}" attached</translation></message>
    <message><source>项目设置</source>
        <translation>Project settings</translation></message>
    <message><source>顺序</source>
        <translation>Order</translation></message>
</context>
<context>
    <name>EmptyState</name>
    <message><source>{0}。{1}</source>
        <translation>{0}. {1}</translation></message>
</context>
<context>
    <name>EvidenceForm</name>
    <message><source>佐证了</source>
        <translation>Proves</translation></message>
    <message><source>还没有关联到任何一行</source>
        <translation>Not linked to any row yet</translation></message>
</context>
<context>
    <name>EvidenceList</name>
    <message><source>撤销</source>
        <translation>Undo</translation></message>
    <message><source>移除</source>
        <translation>Remove</translation></message>
    <message><source>移除佐证</source>
        <translation>Remove evidence</translation></message>
    <message><source>＋ 附佐证…</source>
        <translation>+ Attach evidence…</translation></message>
</context>
<context>
    <name>EvidenceOffer</name>
    <message><source>撤销</source>
        <translation>Undo</translation></message>
    <message><source>选择佐证文件</source>
        <translation>Choose evidence files</translation></message>
    <message><source>选择文件…</source>
        <translation>Choose file…</translation></message>
    <message><source>附佐证“{0}”</source>
        <translation>Evidence "{0}" attached</translation></message>
</context>
<context>
    <name>ExpertBox</name>
    <message><source>“{0}”不在评价人员表里，不能评分；请先登记姓名</source>
        <translation>"{0}" is not in the list of people and cannot score; add the name first</translation></message>
    <message><source>专家评分</source>
        <translation>Expert score</translation></message>
    <message><source>公布专家评分</source>
        <translation>Release expert scores</translation></message>
    <message><source>公布后全部评分可见，并计入得分</source>
        <translation>After the release all scores are seen and counted</translation></message>
    <message><source>各人只看到自己的评分，公布以前不计分</source>
        <translation>Each sees only their own scores; they do not count until released</translation></message>
    <message><source>改为背靠背评分</source>
        <translation>Score independently again</translation></message>
    <message><source>每位专家一行</source>
        <translation>A row for each expert</translation></message>
    <message><source>还没有评分：{0}</source>
        <translation>Not scored yet: {0}</translation></message>
    <message><source>选择专家</source>
        <translation>Choose an expert</translation></message>
</context>
<context>
    <name>ExpertGrid</name>
    <message><source>公布以前只能填自己的评分</source>
        <translation>Until the release each enters only their own</translation></message>
</context>
<context>
    <name>Explanation</name>
    <message><source>完成值</source>
        <translation>Value</translation></message>
    <message><source>得分</source>
        <translation>Score</translation></message>
    <message><source>来源</source>
        <translation>Source</translation></message>
    <message><source>规则</source>
        <translation>Rule</translation></message>
    <message><source>计算</source>
        <translation>Calculation</translation></message>
</context>
<context>
    <name>FailureDialog</name>
    <message><source>刚才的操作没有完成，是程序的错误，不是您的错误。此前的修改都已存盘，没有丢失。
可以继续工作；若再次出现，请复制下面的详情交给维护人员。</source>
        <translation>That was not finished. It is the program's fault, not yours. All earlier changes are saved; nothing is lost.
You can go on working; if it happens again, copy the details below for those who maintain the program.</translation></message>
    <message><source>复制详情</source>
        <translation>Copy details</translation></message>
    <message><source>程序出错</source>
        <translation>Program error</translation></message>
    <message><source>错误详情</source>
        <translation>Details of the error</translation></message>
</context>
<context>
    <name>FieldBox</name>
    <message><source>写法</source>
        <translation>Written as</translation></message>
    <message><source>恢复</source>
        <translation>Restore</translation></message>
    <message><source>打开来源</source>
        <translation>Open source</translation></message>
    <message><source>数据现在是 {0}</source>
        <translation>The data now say {0}</translation></message>
    <message><source>没有值</source>
        <translation>No value</translation></message>
    <message><source>算法</source>
        <translation>Calculation</translation></message>
    <message><source>通常</source>
        <translation>Usually</translation></message>
</context>
<context>
    <name>Files</name>
    <message><source>“{0}”已经打开</source>
        <translation>"{0}" is open already</translation></message>
    <message><source>不能建立文件夹“{0}”。修改都已存盘；请核对该位置的写入权限后再备份</source>
        <translation>The folder "{0}" cannot be made. All changes are saved; check the permission to write there, then back up again</translation></message>
    <message><source>以只读方式打开</source>
        <translation>Open read-only</translation></message>
    <message><source>取消</source>
        <translation>Cancel</translation></message>
    <message><source>导入 {0}（{1} 行）</source>
        <translation>Import {0} ({1} rows)</translation></message>
    <message><source>导出{0}</source>
        <translation>Export {0}</translation></message>
    <message><source>已备份到“{0}”</source>
        <translation>Backed up to "{0}"</translation></message>
    <message><source>已导入 {0} 行{1}</source>
        <translation>{0} rows imported{1}</translation></message>
    <message><source>已导出“{0}”</source>
        <translation>"{0}" exported</translation></message>
    <message><source>打开</source>
        <translation>Open</translation></message>
    <message><source>打开位置</source>
        <translation>Open folder</translation></message>
    <message><source>撤销</source>
        <translation>Undo</translation></message>
    <message><source>文件已升级为现在的版本，原样的备份是“{0}”</source>
        <translation>The file was upgraded; the backup as it was is "{0}"</translation></message>
    <message><source>新建项目</source>
        <translation>New project</translation></message>
    <message><source>新建项目（样例）</source>
        <translation>New project (sample)</translation></message>
    <message><source>样例另存为</source>
        <translation>Save sample as</translation></message>
    <message><source>正在导出“{0}”…</source>
        <translation>Exporting "{0}"…</translation></message>
    <message><source>绩衡样例</source>
        <translation>Jiheng sample</translation></message>
    <message><source>绩衡项目</source>
        <translation>Jiheng project</translation></message>
    <message><source>自评表</source>
        <translation>Self-evaluation</translation></message>
    <message><source>，{0} 个单元格有误未导入</source>
        <translation>; {0} wrong cells not imported</translation></message>
</context>
<context>
    <name>FilterField</name>
    <message><source>只看有这些字的行；可输拼音首字母，如 zwy 找“政务云”</source>
        <translation>Only rows with these words; pinyin initials work too: zwy finds 政务云</translation></message>
    <message><source>筛选</source>
        <translation>Filter</translation></message>
    <message><source>筛选（可输拼音首字母）</source>
        <translation>Filter (pinyin too)</translation></message>
</context>
<context>
    <name>FilterPopup</name>
    <message><source>“{0}”不是数</source>
        <translation>"{0}" is not a number</translation></message>
    <message><source>从</source>
        <translation>From</translation></message>
    <message><source>全不选</source>
        <translation>Select none</translation></message>
    <message><source>全选</source>
        <translation>Select all</translation></message>
    <message><source>到</source>
        <translation>To</translation></message>
    <message><source>包含的字（可输拼音首字母）</source>
        <translation>Words (pinyin initials too)</translation></message>
    <message><source>清除筛选</source>
        <translation>Clear filter</translation></message>
    <message><source>确定</source>
        <translation>OK</translation></message>
    <message><source>空</source>
        <translation>Empty</translation></message>
    <message><source>非空</source>
        <translation>Not empty</translation></message>
    <message><source>（空）</source>
        <translation>(empty)</translation></message>
</context>
<context>
    <name>FindField</name>
    <message><source>全项目查找</source>
        <translation>Find everywhere</translation></message>
    <message><source>查找文字、数字、日期，也可用拼音首字母　Ctrl+F</source>
        <translation>Find words, figures, dates; pinyin initials too Ctrl+F</translation></message>
    <message><source>查找结果</source>
        <translation>Results</translation></message>
    <message><source>正在查找…</source>
        <translation>Searching…</translation></message>
    <message><source>没有找到</source>
        <translation>Nothing found</translation></message>
</context>
<context>
    <name>FindingDetail</name>
    <message><source>佐证</source>
        <translation>Evidence</translation></message>
    <message><source>建议</source>
        <translation>Recommendations</translation></message>
    <message><source>扣分</source>
        <translation>Deduction</translation></message>
    <message><source>扣分指标</source>
        <translation>Indicators deducted from</translation></message>
    <message><source>指标失分</source>
        <translation>Indicator's lost points</translation></message>
    <message><source>来自校核：{0}</source>
        <translation>From check: {0}</translation></message>
    <message><source>标为{0}</source>
        <translation>Mark: {0}</translation></message>
    <message><source>没有选中问题</source>
        <translation>No finding chosen</translation></message>
    <message><source>选择指标，输入编号或名称</source>
        <translation>Choose an indicator by code or name</translation></message>
</context>
<context>
    <name>FindingsTab</name>
    <message><source>作废…</source>
        <translation>Void…</translation></message>
    <message><source>在“建议”栏输入新建议</source>
        <translation>Type a new recommendation under "Recommendations"</translation></message>
    <message><source>在此输入反馈意见</source>
        <translation>Type an opinion here</translation></message>
    <message><source>在此输入整改措施</source>
        <translation>Type a rectification here</translation></message>
    <message><source>在此输入新问题</source>
        <translation>Type a new finding here</translation></message>
    <message><source>失分 {0}　已关联问题 {1}　未关联 {2}</source>
        <translation>Lost {0} linked to findings {1} not linked {2}</translation></message>
    <message><source>对应问题</source>
        <translation>Findings</translation></message>
    <message><source>建议</source>
        <translation>Recommendations</translation></message>
    <message><source>意见反馈</source>
        <translation>Opinions</translation></message>
    <message><source>扣分</source>
        <translation>Deduction</translation></message>
    <message><source>整改</source>
        <translation>Rectifications</translation></message>
    <message><source>新增建议</source>
        <translation>Add recommendation</translation></message>
    <message><source>新增问题</source>
        <translation>Add finding</translation></message>
    <message><source>期限</source>
        <translation>Due on</translation></message>
    <message><source>校核结论</source>
        <translation>Verdicts</translation></message>
    <message><source>校核随每次修改自动进行，不妨碍录入</source>
        <translation>Checks run with every change and never stop you typing</translation></message>
    <message><source>涉及金额</source>
        <translation>Amount</translation></message>
    <message><source>状态</source>
        <translation>State</translation></message>
    <message><source>程度</source>
        <translation>Severity</translation></message>
    <message><source>筛选校核和问题</source>
        <translation>Filter checks and findings</translation></message>
    <message><source>类别</source>
        <translation>Category</translation></message>
    <message><source>编号</source>
        <translation>Code</translation></message>
    <message><source>缺</source>
        <translation>Missing</translation></message>
    <message><source>责任单位</source>
        <translation>Responsible unit</translation></message>
    <message><source>问题</source>
        <translation>Findings</translation></message>
    <message><source>问题页面</source>
        <translation>Pages of findings</translation></message>
</context>
<context>
    <name>FinishPage</name>
    <message><source>导入进度</source>
        <translation>Import progress</translation></message>
    <message><source>正在保存并重新计算</source>
        <translation>Saving and computing anew</translation></message>
    <message><source>正在导入</source>
        <translation>Importing</translation></message>
    <message><source>第 {0} 行，共 {1} 行。取消则什么也不写入</source>
        <translation>Row {0} of {1}. Cancel, and nothing is written</translation></message>
    <message><source>行数很多时要等一会儿</source>
        <translation>This takes a while where there are very many rows</translation></message>
</context>
<context>
    <name>Form</name>
    <message><source>印出：{0}</source>
        <translation>Printed: {0}</translation></message>
    <message><source>此格的修改历史</source>
        <translation>History of this cell</translation></message>
</context>
<context>
    <name>FormulaEditor</name>
    <message><source>如 天数(合同["…"].约定完工日期, 合同["…"].验收日期)</source>
        <translation>Such as 天数(合同["…"].约定完工日期, 合同["…"].验收日期)</translation></message>
    <message><source>如 已支付 / 总指标 * 100；Ctrl+空格 列出可用的名称</source>
        <translation>Such as 已支付 / 总指标 * 100; Ctrl+Space lists the names</translation></message>
    <message><source>改为“{0}”</source>
        <translation>Set to "{0}"</translation></message>
    <message><source>来源</source>
        <translation>Source</translation></message>
    <message><source>第 {0} 个字：</source>
        <translation>Character {0}: </translation></message>
    <message><source>计算公式</source>
        <translation>Formula</translation></message>
    <message><source>还算不出：{0}</source>
        <translation>Cannot be computed yet: {0}</translation></message>
</context>
<context>
    <name>FormulaField</name>
    <message><source>如 已支付 / 总指标 * 100；Ctrl+空格 列出可用的名称</source>
        <translation>Such as 已支付 / 总指标 * 100; Ctrl+Space lists the names</translation></message>
    <message><source>计算公式</source>
        <translation>Formula</translation></message>
</context>
<context>
    <name>FormulaWords</name>
    <message><source>{0} {1} 项</source>
        <translation>{0} {1}</translation></message>
    <message><source>一个日期</source>
        <translation>A date</translation></message>
    <message><source>两个日期相差几天</source>
        <translation>Days between two dates</translation></message>
    <message><source>保留几位小数</source>
        <translation>How many decimals to keep</translation></message>
    <message><source>值和权依次写</source>
        <translation>Values and weights in turn</translation></message>
    <message><source>各数之和</source>
        <translation>The sum</translation></message>
    <message><source>各数的平均</source>
        <translation>The mean</translation></message>
    <message><source>最大的一个</source>
        <translation>The largest</translation></message>
    <message><source>最小的一个</source>
        <translation>The smallest</translation></message>
    <message><source>有值的、成立的有几个</source>
        <translation>How many have a value or are true</translation></message>
    <message><source>未填</source>
        <translation>Not entered</translation></message>
    <message><source>条件成立取甲，否则取乙</source>
        <translation>The first if the condition holds, else the second</translation></message>
    <message><source>甲 ÷ 乙 × 100</source>
        <translation>First ÷ second × 100</translation></message>
    <message><source>逐期的基础数据</source>
        <translation>Figures period by period</translation></message>
</context>
<context>
    <name>Found</name>
    <message><source>{0} 处</source>
        <translation>{0}</translation></message>
    <message><source>全部资金</source>
        <translation>All funds</translation></message>
    <message><source>在“{0}”页</source>
        <translation>on {0}</translation></message>
    <message><source>报告正文</source>
        <translation>Report text</translation></message>
    <message><source>栏目</source>
        <translation>Field</translation></message>
    <message><source>校核</source>
        <translation>Checks</translation></message>
    <message><source>计算结果</source>
        <translation>Computed figures</translation></message>
    <message><source>还有 {0} 处…</source>
        <translation>{0} more…</translation></message>
    <message><source>还有 {0} 处，请再输入几个字</source>
        <translation>{0} more; type a few more letters</translation></message>
</context>
<context>
    <name>FourLines</name>
    <message><source>完成值</source>
        <translation>Value</translation></message>
    <message><source>得分</source>
        <translation>Score</translation></message>
    <message><source>规则</source>
        <translation>Rule</translation></message>
    <message><source>计算</source>
        <translation>Calculation</translation></message>
</context>
<context>
    <name>Frame</name>
    <message><source>关闭</source>
        <translation>Close</translation></message>
    <message><source>取消</source>
        <translation>Cancel</translation></message>
</context>
<context>
    <name>FreezeDialog</name>
    <message><source>不写时用阶段的名称</source>
        <translation>Empty: the name of the stage</translation></message>
    <message><source>取消</source>
        <translation>Cancel</translation></message>
    <message><source>名称</source>
        <translation>Name</translation></message>
    <message><source>备注</source>
        <translation>Remark</translation></message>
    <message><source>定稿</source>
        <translation>Freeze</translation></message>
    <message><source>已定稿　{0}</source>
        <translation>Frozen {0}</translation></message>
    <message><source>报告和全部数据存为一个版本，以后的修改不影响它；可一步撤销</source>
        <translation>Report and data are kept as a version that later changes do not touch; can be undone in one step</translation></message>
    <message><source>报告阶段</source>
        <translation>Report stage</translation></message>
    <message><source>撤销</source>
        <translation>Undo</translation></message>
</context>
<context>
    <name>FundColumns</name>
    <message><source>上年结转</source>
        <translation>Carried over</translation></message>
    <message><source>合计　{0} 项</source>
        <translation>Total {0}</translation></message>
    <message><source>差额</source>
        <translation>Gap</translation></message>
    <message><source>已支付</source>
        <translation>Paid</translation></message>
    <message><source>年初预算</source>
        <translation>Initial budget</translation></message>
    <message><source>总指标</source>
        <translation>Quota</translation></message>
    <message><source>执行率</source>
        <translation>Rate</translation></message>
    <message><source>类别</source>
        <translation>Category</translation></message>
    <message><source>结余</source>
        <translation>Balance</translation></message>
    <message><source>预算追加</source>
        <translation>Addition</translation></message>
</context>
<context>
    <name>FundDetail</name>
    <message><source>{0} 份合同 {1} {2}</source>
        <translation>{0} contracts {1} {2}</translation></message>
    <message><source>付款合计</source>
        <translation>Total paid</translation></message>
    <message><source>佐证</source>
        <translation>Evidence</translation></message>
    <message><source>分组</source>
        <translation>Group</translation></message>
    <message><source>单位</source>
        <translation>Unit</translation></message>
    <message><source>另有分组以外的付款和支出 {0}</source>
        <translation>Payments and expenses outside the groups: {0}</translation></message>
    <message><source>合同合计</source>
        <translation>Contracts in total</translation></message>
    <message><source>合同金额构成</source>
        <translation>Contract amount by part</translation></message>
    <message><source>合计</source>
        <translation>Total</translation></message>
    <message><source>完成值</source>
        <translation>Value</translation></message>
    <message><source>总指标</source>
        <translation>Quota</translation></message>
    <message><source>指标值</source>
        <translation>Target</translation></message>
    <message><source>指标文详情</source>
        <translation>Allocation details</translation></message>
    <message><source>按合同项目分组</source>
        <translation>By contract group</translation></message>
    <message><source>支出</source>
        <translation>Expenses</translation></message>
    <message><source>新分组</source>
        <translation>New group</translation></message>
    <message><source>新指标文</source>
        <translation>New allocation</translation></message>
    <message><source>新支出</source>
        <translation>New expense</translation></message>
    <message><source>新目标</source>
        <translation>New objective</translation></message>
    <message><source>新里程碑</source>
        <translation>New milestone</translation></message>
    <message><source>未命名</source>
        <translation>Unnamed</translation></message>
    <message><source>本年支付构成</source>
        <translation>This year's payments</translation></message>
    <message><source>没有选中项目</source>
        <translation>No fund chosen</translation></message>
    <message><source>申报</source>
        <translation>Declared</translation></message>
    <message><source>立项与实施</source>
        <translation>Texts</translation></message>
    <message><source>绩效目标</source>
        <translation>Objectives</translation></message>
    <message><source>自评表</source>
        <translation>Self-evaluation</translation></message>
    <message><source>资金指标</source>
        <translation>Allocations</translation></message>
    <message><source>里程碑</source>
        <translation>Milestones</translation></message>
</context>
<context>
    <name>FundsTab</name>
    <message><source>F2 编辑　Ctrl+V 从 Excel 粘贴　Ctrl+D 向下填充</source>
        <translation>F2 edit Ctrl+V paste from Excel Ctrl+D fill down</translation></message>
    <message><source>{0} · {1}　由{2}算出，不可直接改　Enter 打开明细</source>
        <translation>{0} · {1} computed from {2}, not typed Enter opens the details</translation></message>
    <message><source>从 Excel 粘贴到当前格　Ctrl+V</source>
        <translation>Paste from Excel at the current cell Ctrl+V</translation></message>
    <message><source>作废…</source>
        <translation>Void…</translation></message>
    <message><source>作废选中的项目，须写明原因</source>
        <translation>Void the chosen fund; a reason is needed</translation></message>
    <message><source>单位：{0}</source>
        <translation>Unit: {0}</translation></message>
    <message><source>合计</source>
        <translation>Total</translation></message>
    <message><source>在左边末行输入项目名称，或从 Excel 复制表格后粘贴</source>
        <translation>Type a fund name in the last row on the left, or paste a table from Excel</translation></message>
    <message><source>在末尾新增一个资金项目</source>
        <translation>Add a fund at the end</translation></message>
    <message><source>在此输入新项目，或从 Excel 粘贴</source>
        <translation>Type a new fund here, or paste from Excel</translation></message>
    <message><source>导入 Excel、CSV、Word 表格</source>
        <translation>Import Excel, CSV or Word tables</translation></message>
    <message><source>导入…</source>
        <translation>Import…</translation></message>
    <message><source>新增项目</source>
        <translation>Add fund</translation></message>
    <message><source>筛选资金项目</source>
        <translation>Filter funds</translation></message>
    <message><source>粘贴</source>
        <translation>Paste</translation></message>
    <message><source>资金</source>
        <translation>Funds</translation></message>
    <message><source>还没有资金项目</source>
        <translation>No funds yet</translation></message>
</context>
<context>
    <name>GridCommands</name>
    <message><source>下面 {0} 行没有位置</source>
        <translation>no room for {0} rows below</translation></message>
    <message><source>作废的 {0} 行没有写入</source>
        <translation>{0} void rows were left as they are</translation></message>
    <message><source>剪贴板里没有文字和表格</source>
        <translation>There is no text or table on the clipboard</translation></message>
    <message><source>右边 {0} 列没有位置</source>
        <translation>no room for {0} columns on the right</translation></message>
    <message><source>向下填充 {0} 行{1}</source>
        <translation>Fill down {0} rows of {1}</translation></message>
    <message><source>向右填充 {0} 行{1}</source>
        <translation>Fill right {0} rows of {1}</translation></message>
    <message><source>填入 {0} 格{1}</source>
        <translation>Fill {0} cells of {1}</translation></message>
    <message><source>复制 {0} 行{1}</source>
        <translation>Duplicate {0} rows of {1}</translation></message>
    <message><source>已{0}</source>
        <translation>Done: {0}</translation></message>
    <message><source>已停止，什么都没有写入</source>
        <translation>Stopped; nothing was written</translation></message>
    <message><source>正在{0}…</source>
        <translation>{0}…</translation></message>
    <message><source>没有写入</source>
        <translation>Not written</translation></message>
    <message><source>清除 {0} 格{1}</source>
        <translation>Clear {0} cells of {1}</translation></message>
    <message><source>由程序算出的 {0} 列没有写入</source>
        <translation>{0} computed columns were left out</translation></message>
    <message><source>第 {0} 行 {1}</source>
        <translation>Row {0} {1}</translation></message>
    <message><source>粘贴 {0} 行{1}</source>
        <translation>Paste {0} rows of {1}</translation></message>
</context>
<context>
    <name>GridKeys</name>
    <message><source>Ctrl+方向键</source>
        <translation>Ctrl+arrows</translation></message>
    <message><source>Shift+方向键</source>
        <translation>Shift+arrows</translation></message>
    <message><source>Shift+空格、Ctrl+空格、Ctrl+A</source>
        <translation>Shift+Space、Ctrl+Space、Ctrl+A</translation></message>
    <message><source>上移、下移一行</source>
        <translation>Move row up, down</translation></message>
    <message><source>下一行、上一行</source>
        <translation>Next, previous row</translation></message>
    <message><source>作废或删除行</source>
        <translation>Void or delete rows</translation></message>
    <message><source>修改单元格</source>
        <translation>Edit the cell</translation></message>
    <message><source>到有内容的边上</source>
        <translation>To the edge of the data</translation></message>
    <message><source>右一格、左一格</source>
        <translation>Next, previous cell</translation></message>
    <message><source>向下、向右填充</source>
        <translation>Fill down, right</translation></message>
    <message><source>填满选中的格</source>
        <translation>Fill the selected cells</translation></message>
    <message><source>复制、剪切、粘贴</source>
        <translation>Copy, cut, paste</translation></message>
    <message><source>打开选项</source>
        <translation>Open the choices</translation></message>
    <message><source>扩大选区</source>
        <translation>Extend the selection</translation></message>
    <message><source>插入行、复制整行</source>
        <translation>Insert row, duplicate row</translation></message>
    <message><source>查找替换</source>
        <translation>Find and replace</translation></message>
    <message><source>清空单元格</source>
        <translation>Clear the cell</translation></message>
    <message><source>照上面一格、今天</source>
        <translation>As above, today</translation></message>
    <message><source>看该格的问题</source>
        <translation>Problems of the cell</translation></message>
    <message><source>第一格、最后一格</source>
        <translation>First, last cell</translation></message>
    <message><source>筛选本列</source>
        <translation>Filter the column</translation></message>
    <message><source>行首、行尾</source>
        <translation>Start, end of row</translation></message>
    <message><source>选整行、整列、全部</source>
        <translation>Select row, column, all</translation></message>
</context>
<context>
    <name>GridMenu</name>
    <message><source>上移</source>
        <translation>Move up</translation></message>
    <message><source>下移</source>
        <translation>Move down</translation></message>
    <message><source>不排序</source>
        <translation>Not sorted</translation></message>
    <message><source>作废</source>
        <translation>Voided</translation></message>
    <message><source>作废…</source>
        <translation>Void…</translation></message>
    <message><source>全部显示</source>
        <translation>Show all</translation></message>
    <message><source>列</source>
        <translation>Column</translation></message>
    <message><source>删除行</source>
        <translation>Delete row</translation></message>
    <message><source>剪切</source>
        <translation>Cut</translation></message>
    <message><source>升序</source>
        <translation>Ascending</translation></message>
    <message><source>只看“{0}”</source>
        <translation>Only "{0}"</translation></message>
    <message><source>向下填充</source>
        <translation>Fill down</translation></message>
    <message><source>向右填充</source>
        <translation>Fill right</translation></message>
    <message><source>在上方插入</source>
        <translation>Insert above</translation></message>
    <message><source>在下方插入</source>
        <translation>Insert below</translation></message>
    <message><source>复制</source>
        <translation>Copy</translation></message>
    <message><source>复制整行</source>
        <translation>Duplicate row</translation></message>
    <message><source>恢复作废的{0}</source>
        <translation>Restore voided: {0}</translation></message>
    <message><source>恢复默认的列</source>
        <translation>Usual columns</translation></message>
    <message><source>新增一行</source>
        <translation>Add row</translation></message>
    <message><source>显示作废的行</source>
        <translation>Show voided rows</translation></message>
    <message><source>替换…</source>
        <translation>Replace…</translation></message>
    <message><source>此格的修改历史</source>
        <translation>History of this cell</translation></message>
    <message><source>清除</source>
        <translation>Clear</translation></message>
    <message><source>空</source>
        <translation>Empty</translation></message>
    <message><source>筛选本列…</source>
        <translation>Filter column…</translation></message>
    <message><source>粘贴</source>
        <translation>Paste</translation></message>
    <message><source>降序</source>
        <translation>Descending</translation></message>
    <message><source>隐藏本列</source>
        <translation>Hide column</translation></message>
</context>
<context>
    <name>GridSums</name>
    <message><source>合计 {0}</source>
        <translation>Total {0}</translation></message>
    <message><source>已选 {0} 格</source>
        <translation>Cells: {0}</translation></message>
    <message><source>平均 {0}</source>
        <translation>Mean {0}</translation></message>
    <message><source>计数 {0}</source>
        <translation>Count {0}</translation></message>
</context>
<context>
    <name>GridTyping</name>
    <message><source>“{0}”不在这里填写</source>
        <translation>“{0}” is not filled in here</translation></message>
    <message><source>“{0}”由程序算出，不能填写</source>
        <translation>“{0}” is computed and cannot be typed into</translation></message>
    <message><source>新增{0}</source>
        <translation>Add {0}</translation></message>
    <message><source>这一行已作废，恢复后才能改</source>
        <translation>This row is void; restore it before changing it</translation></message>
    <message><source>这是分组的小计，不能填写</source>
        <translation>This is the subtotal of a group and cannot be typed into</translation></message>
    <message><source>这里只能看，不能改</source>
        <translation>This can only be looked at, not changed</translation></message>
</context>
<context>
    <name>GridView</name>
    <message><source>没有符合筛选的行</source>
        <translation>No row passes the filters</translation></message>
</context>
<context>
    <name>HelpBrowser</name>
    <message><source>帮助内容</source>
        <translation>Help text</translation></message>
</context>
<context>
    <name>HelpKeys</name>
    <message><source>七个页面</source>
        <translation>The seven tabs</translation></message>
    <message><source>做什么</source>
        <translation>What it does</translation></message>
    <message><source>快捷键</source>
        <translation>Keys</translation></message>
</context>
<context>
    <name>HelpWindow</name>
    <message><source>使用帮助</source>
        <translation>Help</translation></message>
    <message><source>前进</source>
        <translation>Forward</translation></message>
    <message><source>后退</source>
        <translation>Back</translation></message>
    <message><source>在帮助里查找</source>
        <translation>Find in help</translation></message>
    <message><source>在帮助里查找（可输拼音首字母）</source>
        <translation>Find in help (pinyin too)</translation></message>
    <message><source>帮助目录</source>
        <translation>Contents</translation></message>
    <message><source>没有找到</source>
        <translation>Nothing found</translation></message>
</context>
<context>
    <name>History</name>
    <message><source>{0} {1} 行</source>
        <translation>{0} {1}</translation></message>
    <message><source>今天</source>
        <translation>Today</translation></message>
    <message><source>修改</source>
        <translation>Change</translation></message>
    <message><source>合并</source>
        <translation>Merge</translation></message>
    <message><source>周一 周二 周三 周四 周五 周六 周日</source>
        <translation>Mon Tue Wed Thu Fri Sat Sun</translation></message>
    <message><source>导入</source>
        <translation>Import</translation></message>
    <message><source>撤销</source>
        <translation>Undo</translation></message>
    <message><source>新建</source>
        <translation>New</translation></message>
    <message><source>昨天</source>
        <translation>Yesterday</translation></message>
    <message><source>重做</source>
        <translation>Redo</translation></message>
</context>
<context>
    <name>HistoryDialog</name>
    <message><source>{0} 次修改</source>
        <translation>{0} changes</translation></message>
    <message><source>{0} 次修改，还在读取…</source>
        <translation>{0} changes, still reading…</translation></message>
    <message><source>不回去</source>
        <translation>Stay</translation></message>
    <message><source>修改</source>
        <translation>Change</translation></message>
    <message><source>修改历史</source>
        <translation>History</translation></message>
    <message><source>先选一次修改</source>
        <translation>Choose a change first</translation></message>
    <message><source>原来</source>
        <translation>Before</translation></message>
    <message><source>各行和 {0} 之后一样，没有什么要撤回。</source>
        <translation>All rows are as they were after {0}; nothing to take back.</translation></message>
    <message><source>回到 {0} 之后的样子：撤回此后的 {1} 次修改，改变 {2}。随时可以撤销，再回到现在。</source>
        <translation>Back to after {0}: {1} later changes are taken back, changing {2}. This can be undone at any time.</translation></message>
    <message><source>回到这里…</source>
        <translation>Back to here…</translation></message>
    <message><source>已回到 {0} 之后</source>
        <translation>Back to after {0}</translation></message>
    <message><source>撤回 {0} 次修改</source>
        <translation>Take back {0} changes</translation></message>
    <message><source>撤回这次修改以后的所有修改；先看会改变什么</source>
        <translation>Take back all later changes; first see what that changes</translation></message>
    <message><source>撤销</source>
        <translation>Undo</translation></message>
    <message><source>改为</source>
        <translation>After</translation></message>
    <message><source>正在假设，请先保留改动或退出假设</source>
        <translation>A what-if is open: keep its changes or leave it first</translation></message>
    <message><source>没有这样的修改</source>
        <translation>No such changes</translation></message>
    <message><source>现在</source>
        <translation>Now</translation></message>
    <message><source>这个项目现在只能看，不能改</source>
        <translation>This project can be read but not changed</translation></message>
    <message><source>这已经是最近一次修改</source>
        <translation>This is the latest change</translation></message>
    <message><source>那时</source>
        <translation>Then</translation></message>
    <message><source>重做</source>
        <translation>Redo</translation></message>
</context>
<context>
    <name>HistoryFilter</name>
    <message><source>不再只看这一行</source>
        <translation>Show all rows again</translation></message>
    <message><source>从</source>
        <translation>From</translation></message>
    <message><source>从哪天起</source>
        <translation>From which day</translation></message>
    <message><source>修改的内容</source>
        <translation>What was changed</translation></message>
    <message><source>先选表</source>
        <translation>Choose a table first</translation></message>
    <message><source>全部</source>
        <translation>All</translation></message>
    <message><source>全部显示</source>
        <translation>Show all</translation></message>
    <message><source>到</source>
        <translation>To</translation></message>
    <message><source>到哪天止</source>
        <translation>Until which day</translation></message>
    <message><source>只看“{0}”　×</source>
        <translation>Only "{0}" ×</translation></message>
    <message><source>只看“{0}”，按下则看所有行</source>
        <translation>Only "{0}"; press to see all rows</translation></message>
    <message><source>姓名</source>
        <translation>Person</translation></message>
    <message><source>所有人</source>
        <translation>Everybody</translation></message>
    <message><source>所有栏目</source>
        <translation>All fields</translation></message>
    <message><source>所有表</source>
        <translation>All tables</translation></message>
    <message><source>文字</source>
        <translation>Words</translation></message>
    <message><source>栏目</source>
        <translation>Field</translation></message>
    <message><source>种类</source>
        <translation>Kind</translation></message>
    <message><source>表</source>
        <translation>Table</translation></message>
    <message><source>表　</source>
        <translation>Table </translation></message>
</context>
<context>
    <name>ImportCheck</name>
    <message><source>为什么，怎么改</source>
        <translation>Why, and how to change it</translation></message>
    <message><source>内容</source>
        <translation>Content</translation></message>
    <message><source>列</source>
        <translation>Column</translation></message>
    <message><source>工作表</source>
        <translation>Sheet</translation></message>
    <message><source>来自</source>
        <translation>From</translation></message>
    <message><source>行</source>
        <translation>Row</translation></message>
    <message><source>表</source>
        <translation>Table</translation></message>
</context>
<context>
    <name>ImportDialog</name>
    <message><source>……另有 {0} 行</source>
        <translation>… {0} more rows</translation></message>
    <message><source>先在表格里改好有误的单元格；或只导入好的行：新增 {0} 行，修改 {1} 行</source>
        <translation>Mend the wrong cells in the table first, or import the good rows only: {0} new, {1} changed</translation></message>
    <message><source>关闭</source>
        <translation>Close</translation></message>
    <message><source>列</source>
        <translation>Column</translation></message>
    <message><source>取消</source>
        <translation>Cancel</translation></message>
    <message><source>变化</source>
        <translation>Change</translation></message>
    <message><source>导入</source>
        <translation>Import</translation></message>
    <message><source>导入“{0}”</source>
        <translation>Import "{0}"</translation></message>
    <message><source>导入好的行</source>
        <translation>Import good rows</translation></message>
    <message><source>将发生的变化</source>
        <translation>What will change</translation></message>
    <message><source>将发生的变化　{0} 行</source>
        <translation>What will change {0} rows</translation></message>
    <message><source>将新增 {0} 行，修改 {1} 行；可一步撤销</source>
        <translation>{0} rows will be added and {1} changed; can be undone in one step</translation></message>
    <message><source>工作表</source>
        <translation>Sheet</translation></message>
    <message><source>怎么改</source>
        <translation>How to change it</translation></message>
    <message><source>有误的单元格</source>
        <translation>Wrong cells</translation></message>
    <message><source>有误的单元格　{0}</source>
        <translation>Wrong cells {0}</translation></message>
    <message><source>没有可以导入的变化</source>
        <translation>Nothing to import</translation></message>
    <message><source>行</source>
        <translation>Row</translation></message>
    <message><source>表</source>
        <translation>Table</translation></message>
</context>
<context>
    <name>ImportOutcome</name>
    <message><source>个指标文</source>
        <translation>allocations</translation></message>
    <message><source>个资金项目</source>
        <translation>funds</translation></message>
    <message><source>个项目分组</source>
        <translation>contract groups</translation></message>
    <message><source>份合同</source>
        <translation>contracts</translation></message>
    <message><source>修改 {0} 行</source>
        <translation>{0} rows changed</translation></message>
    <message><source>新增 {0}</source>
        <translation>New: {0}</translation></message>
    <message><source>条付款条款</source>
        <translation>terms</translation></message>
    <message><source>条明细</source>
        <translation>items</translation></message>
    <message><source>笔付款</source>
        <translation>payments</translation></message>
    <message><source>笔支出</source>
        <translation>expenses</translation></message>
    <message><source>行{0}</source>
        <translation>{0}</translation></message>
</context>
<context>
    <name>ImportWizard</name>
    <message><source>{0} 个单元格有误，所在的行没有导入。</source>
        <translation>{0} cells are wrong; their rows were not imported.</translation></message>
    <message><source>{0}　{1} 张表　{2} 行</source>
        <translation>{0} {1} tables {2} rows</translation></message>
    <message><source>上一步</source>
        <translation>Back</translation></message>
    <message><source>下一步：对应列</source>
        <translation>Next: match columns</translation></message>
    <message><source>下一步：检查</source>
        <translation>Next: check</translation></message>
    <message><source>勾选要导入的表</source>
        <translation>Tick the tables to import</translation></message>
    <message><source>取消</source>
        <translation>Cancel</translation></message>
    <message><source>完成</source>
        <translation>Finish</translation></message>
    <message><source>对应列</source>
        <translation>Match columns</translation></message>
    <message><source>导入</source>
        <translation>Import</translation></message>
    <message><source>导入 {0} 行</source>
        <translation>Import {0} rows</translation></message>
    <message><source>导入 {0}（{1} 行）</source>
        <translation>Import {0} ({1} rows)</translation></message>
    <message><source>导入表格</source>
        <translation>Import tables</translation></message>
    <message><source>将{0}；可一步撤销</source>
        <translation>Will write: {0}; can be undone in one step</translation></message>
    <message><source>已取消，什么也没有写入</source>
        <translation>Cancelled; nothing was written</translation></message>
    <message><source>已导入 {0} 行</source>
        <translation>{0} rows imported</translation></message>
    <message><source>检查</source>
        <translation>Check</translation></message>
    <message><source>正在读入，可以取消</source>
        <translation>Reading; can be cancelled</translation></message>
    <message><source>没有可以导入的变化</source>
        <translation>Nothing to import</translation></message>
    <message><source>读入进度</source>
        <translation>Reading progress</translation></message>
    <message><source>选择来源</source>
        <translation>Choose source</translation></message>
    <message><source>；{0} 个单元格不能导入，下一步逐个说明</source>
        <translation>; {0} cells cannot be imported, the next step explains each</translation></message>
    <message><source>；可一步撤销</source>
        <translation>; can be undone in one step</translation></message>
</context>
<context>
    <name>ImportWords</name>
    <message><source>作废原因</source>
        <translation>Reason for voiding</translation></message>
    <message><source>新增</source>
        <translation>Add</translation></message>
    <message><source>（尚未公布）</source>
        <translation>(not released)</translation></message>
    <message><source>（空）</source>
        <translation>(empty)</translation></message>
</context>
<context>
    <name>IndicatorPanel</name>
    <message><source>为什么是这个分</source>
        <translation>Why this score</translation></message>
    <message><source>佐证</source>
        <translation>Evidence</translation></message>
    <message><source>写入报告得分表</source>
        <translation>Printed in the score table</translation></message>
    <message><source>写明得分的理由、扣分的事实和依据</source>
        <translation>Say why it has this score, with facts and criteria</translation></message>
    <message><source>分值 {0}</source>
        <translation>Weight {0}</translation></message>
    <message><source>历史</source>
        <translation>History</translation></message>
    <message><source>名称和说明</source>
        <translation>Name and description</translation></message>
    <message><source>在左边选一项，这里说明它的得分</source>
        <translation>Choose an indicator on the left to see why it has its score</translation></message>
    <message><source>失分 {0}</source>
        <translation>Lost {0}</translation></message>
    <message><source>未评</source>
        <translation>Not scored</translation></message>
    <message><source>未评 {0}</source>
        <translation>Not scored {0}</translation></message>
    <message><source>没有选中指标</source>
        <translation>No indicator chosen</translation></message>
    <message><source>要点</source>
        <translation>Points</translation></message>
    <message><source>计量与规则</source>
        <translation>Measure and rule</translation></message>
    <message><source>评价意见</source>
        <translation>Comment</translation></message>
</context>
<context>
    <name>IndicatorTree</name>
    <message><source>专家</source>
        <translation>Expert</translation></message>
    <message><source>佐证</source>
        <translation>Evid.</translation></message>
    <message><source>全部展开</source>
        <translation>Expand all</translation></message>
    <message><source>全部折叠</source>
        <translation>Collapse all</translation></message>
    <message><source>分值</source>
        <translation>Weight</translation></message>
    <message><source>分值与得分</source>
        <translation>Scored</translation></message>
    <message><source>分摊到下级</source>
        <translation>Share out below</translation></message>
    <message><source>分摊差额</source>
        <translation>Share out</translation></message>
    <message><source>删除指标</source>
        <translation>Delete indicator</translation></message>
    <message><source>删除指标“{0}”</source>
        <translation>Delete indicator "{0}"</translation></message>
    <message><source>失分</source>
        <translation>Lost</translation></message>
    <message><source>完成值</source>
        <translation>Value</translation></message>
    <message><source>定性</source>
        <translation>Qualitative</translation></message>
    <message><source>得分</source>
        <translation>Score</translation></message>
    <message><source>指标</source>
        <translation>Indicator</translation></message>
    <message><source>撤销</source>
        <translation>Undo</translation></message>
    <message><source>新增下级</source>
        <translation>Add below</translation></message>
    <message><source>新增同级</source>
        <translation>Add beside</translation></message>
    <message><source>新增指标</source>
        <translation>Add indicator</translation></message>
    <message><source>是否</source>
        <translation>Yes or no</translation></message>
    <message><source>此格的修改历史</source>
        <translation>History of this cell</translation></message>
    <message><source>粘贴 {0} 行指标</source>
        <translation>Paste {0} rows of indicators</translation></message>
    <message><source>要点</source>
        <translation>Points</translation></message>
    <message><source>解除分值锁定</source>
        <translation>Unlock weight</translation></message>
    <message><source>计数</source>
        <translation>Count</translation></message>
    <message><source>计量</source>
        <translation>Measure</translation></message>
    <message><source>评分</source>
        <translation>Score</translation></message>
    <message><source>锁定分值</source>
        <translation>Lock weight</translation></message>
    <message><source>问题</source>
        <translation>Findings</translation></message>
</context>
<context>
    <name>IndicatorsTab</name>
    <message><source>F2 编辑　得分由程序算出</source>
        <translation>F2 edit Scores are computed</translation></message>
    <message><source>产出+效益 {0} ◆</source>
        <translation>Outputs + benefits {0} ◆</translation></message>
    <message><source>产出和效益指标的分值合计低于 60</source>
        <translation>The weights of output and benefit indicators come to less than 60</translation></message>
    <message><source>假设</source>
        <translation>What-if</translation></message>
    <message><source>分值合计 {0}</source>
        <translation>Weights {0}</translation></message>
    <message><source>只看失分</source>
        <translation>Lost points only</translation></message>
    <message><source>哪些人工评定会改变等次</source>
        <translation>Which judgements would change the grade</translation></message>
    <message><source>在副本上试改，看总分和等次怎样变，再决定是否保留</source>
        <translation>Try changes on a copy, see total and grade, then decide whether to keep them</translation></message>
    <message><source>在当前指标后新增一项</source>
        <translation>Add an indicator after the current one</translation></message>
    <message><source>得分由程序算出；要改请用“调整得分”，并写明理由</source>
        <translation>Scores are computed; to change one, use "Adjust score" and say why</translation></message>
    <message><source>指标</source>
        <translation>Indicators</translation></message>
    <message><source>指标体系…</source>
        <translation>Standards…</translation></message>
    <message><source>按 1 符合　2 部分符合　3 不符合</source>
        <translation>1 met 2 partly met 3 not met</translation></message>
    <message><source>敏感性</source>
        <translation>Sensitivity</translation></message>
    <message><source>新增指标</source>
        <translation>Add indicator</translation></message>
    <message><source>筛选指标</source>
        <translation>Filter indicators</translation></message>
    <message><source>调整得分…</source>
        <translation>Adjust score…</translation></message>
    <message><source>还没有指标</source>
        <translation>No indicators yet</translation></message>
    <message><source>选用、比较、保存和交换指标体系</source>
        <translation>Apply, compare, save and exchange standards</translation></message>
    <message><source>选用一套指标体系，或者自己新增指标</source>
        <translation>Apply a standard, or add indicators yourself</translation></message>
</context>
<context>
    <name>InlineMessage</name>
    <message><source>提示</source>
        <translation>Hint</translation></message>
    <message><source>疑点</source>
        <translation>Doubt</translation></message>
    <message><source>错误</source>
        <translation>Error</translation></message>
</context>
<context>
    <name>JudgementList</name>
    <message><source>再看 {0} 条，共余 {1} 条</source>
        <translation>Show {0} more of {1}</translation></message>
    <message><source>改…</source>
        <translation>Change…</translation></message>
    <message><source>改为{0}</source>
        <translation>Set to {0}</translation></message>
    <message><source>查看</source>
        <translation>Show</translation></message>
    <message><source>查看：{0}</source>
        <translation>Show: {0}</translation></message>
    <message><source>读入时的判断</source>
        <translation>Judgements made while reading</translation></message>
</context>
<context>
    <name>LastResort</name>
    <message><source>复制详情</source>
        <translation>Copy details</translation></message>
    <message><source>看详情</source>
        <translation>Details</translation></message>
    <message><source>程序有一处出错，可能没有显示完整。修改都已存盘，没有丢失，可以继续工作</source>
        <translation>The program made an error; the screen may be incomplete. All changes are saved and you can go on working</translation></message>
    <message><source>详情已复制，可以粘贴到邮件里</source>
        <translation>Details copied; paste them into a mail</translation></message>
</context>
<context>
    <name>LibrarySide</name>
    <message><source>保存</source>
        <translation>Save</translation></message>
    <message><source>删除</source>
        <translation>Delete</translation></message>
    <message><source>名称</source>
        <translation>Name</translation></message>
    <message><source>导入…</source>
        <translation>Import…</translation></message>
    <message><source>导出…</source>
        <translation>Export…</translation></message>
    <message><source>把本项目的指标存为自己的体系</source>
        <translation>Save as your own standard</translation></message>
    <message><source>指标体系</source>
        <translation>Standards</translation></message>
    <message><source>自己的指标体系的名称</source>
        <translation>Name of your own standard</translation></message>
</context>
<context>
    <name>Links</name>
    <message><source>{0} {1} 人</source>
        <translation>{0} {1}</translation></message>
    <message><source>{0} {1} 份</source>
        <translation>{0} {1}</translation></message>
    <message><source>{0} {1} 笔</source>
        <translation>{0} {1}</translation></message>
    <message><source>{0} {1} 项</source>
        <translation>{0} {1}</translation></message>
    <message><source>……共 {0} 行</source>
        <translation>… {0} rows in all</translation></message>
</context>
<context>
    <name>LiveWords</name>
    <message><source>{0} 段，由数据生成</source>
        <translation>{0} paragraphs, from the data</translation></message>
    <message><source>{0} 行 {1} 列，由数据生成</source>
        <translation>{0} rows, {1} columns, from the data</translation></message>
    <message><source>〔此处无话〕</source>
        <translation>[nothing to say here]</translation></message>
    <message><source>现在没有可显示的内容</source>
        <translation>Nothing to show now</translation></message>
    <message><source>由数据生成</source>
        <translation>From the data</translation></message>
</context>
<context>
    <name>Locked</name>
    <message><source>项目以只读方式打开，不能修改</source>
        <translation>The project is open read-only and cannot be changed</translation></message>
</context>
<context>
    <name>LostPoints</name>
    <message><source>关联问题…</source>
        <translation>Link a finding…</translation></message>
    <message><source>失分 {0} 还没有关联问题</source>
        <translation>Lost {0}, no finding linked yet</translation></message>
    <message><source>扣分与问题</source>
        <translation>Deductions and findings</translation></message>
    <message><source>扣分关联“{0}”</source>
        <translation>Deduction linked to "{0}"</translation></message>
    <message><source>撤销</source>
        <translation>Undo</translation></message>
    <message><source>问题已删除</source>
        <translation>Finding deleted</translation></message>
</context>
<context>
    <name>MainWindow</name>
    <message><source>Ctrl+N 新建　Ctrl+O 打开</source>
        <translation>Ctrl+N new Ctrl+O open</translation></message>
    <message><source>{0}。</source>
        <translation>{0}.</translation></message>
    <message><source>假设中的数字不导出，也不与导入的数据混在一起。请先保留改动或退出假设</source>
        <translation>Figures of a what-if are not exported, nor mixed with imported data. Keep the changes or leave the what-if first</translation></message>
    <message><source>单位：{0}</source>
        <translation>Unit: {0}</translation></message>
    <message><source>取消</source>
        <translation>Cancel</translation></message>
    <message><source>只读</source>
        <translation>Read-only</translation></message>
    <message><source>没有可以撤销的修改</source>
        <translation>Nothing to undo</translation></message>
    <message><source>没有可以重做的修改</source>
        <translation>Nothing to redo</translation></message>
    <message><source>知道了</source>
        <translation>OK</translation></message>
    <message><source>绩衡</source>
        <translation>Jiheng</translation></message>
    <message><source>这个项目现在只能看，不能改：文件或所在位置不可写，或者是以只读方式打开的</source>
        <translation>This project can be read but not changed: file or folder are not writable, or it was opened read-only</translation></message>
</context>
<context>
    <name>MeasurePart</name>
    <message><source>公式写成 序列("2021年", "2022年")</source>
        <translation>Write the formula as 序列("2021年", "2022年")</translation></message>
    <message><source>完成值填 是 或 否</source>
        <translation>The value is Yes or No</translation></message>
    <message><source>没有选时，按已填的栏推定</source>
        <translation>If none is chosen, told from the filled fields</translation></message>
    <message><source>由各条要点决定，见“要点”页</source>
        <translation>Decided by the points, see the Points page</translation></message>
    <message><source>计量</source>
        <translation>Measure</translation></message>
    <message><source>评价人员选结论和档内比例</source>
        <translation>The evaluators choose attainment and share</translation></message>
</context>
<context>
    <name>MoneyTable</name>
    <message><source>全年执行</source>
        <translation>Spent</translation></message>
    <message><source>全年预算</source>
        <translation>Budget</translation></message>
    <message><source>年初预算</source>
        <translation>Initial</translation></message>
    <message><source>得分</source>
        <translation>Score</translation></message>
    <message><source>执行率</source>
        <translation>Rate</translation></message>
    <message><source>执行率×{0}，最高 {0} 分</source>
        <translation>Execution rate × {0}, at most {0} points</translation></message>
    <message><source>项目资金</source>
        <translation>Project funds</translation></message>
</context>
<context>
    <name>NewProjectDialog</name>
    <message><source>以后再选</source>
        <translation>Choose later</translation></message>
    <message><source>保存为</source>
        <translation>Save as</translation></message>
    <message><source>保存为*</source>
        <translation>Save as*</translation></message>
    <message><source>取消</source>
        <translation>Cancel</translation></message>
    <message><source>已有“{0}”，不会覆盖它。请换一个文件名</source>
        <translation>"{0}" exists and will not be overwritten. Choose another name</translation></message>
    <message><source>建立项目</source>
        <translation>Create</translation></message>
    <message><source>建议分值为本程序拟，建立以后可以改</source>
        <translation>Weights are suggested by this program and can be changed later</translation></message>
    <message><source>指标体系</source>
        <translation>Standards</translation></message>
    <message><source>新建项目</source>
        <translation>New project</translation></message>
    <message><source>标有 * 的必须填写，其余以后可补</source>
        <translation>Fields with * are required; the rest can wait</translation></message>
    <message><source>绩效评价</source>
        <translation>Evaluation</translation></message>
    <message><source>绩衡项目 (*{0})</source>
        <translation>Jiheng project (*{0})</translation></message>
    <message><source>请填写{0}</source>
        <translation>Please enter: {0}</translation></message>
    <message><source>请选择保存的位置和文件名</source>
        <translation>Choose a folder and a file name</translation></message>
    <message><source>选位置…</source>
        <translation>Browse…</translation></message>
</context>
<context>
    <name>NextStep</name>
    <message><source>为问题“{0}”补写建议</source>
        <translation>Write a recommendation for finding "{0}"</translation></message>
    <message><source>去处理</source>
        <translation>See to it</translation></message>
    <message><source>去建立</source>
        <translation>Set up</translation></message>
    <message><source>去录入</source>
        <translation>Enter</translation></message>
    <message><source>去报告</source>
        <translation>To the report</translation></message>
    <message><source>去补写</source>
        <translation>Write them</translation></message>
    <message><source>去评分</source>
        <translation>Score it</translation></message>
    <message><source>处理“{0}”</source>
        <translation>See to "{0}"</translation></message>
    <message><source>导出评价报告</source>
        <translation>Export the report</translation></message>
    <message><source>建立指标体系</source>
        <translation>Set up the indicators</translation></message>
    <message><source>录入资金项目</source>
        <translation>Enter the funds</translation></message>
    <message><source>没有未评指标，也没有待处理的错误和疑点</source>
        <translation>Everything is scored; no errors or doubts are left</translation></message>
    <message><source>给指标“{0}”评分</source>
        <translation>Score indicator "{0}"</translation></message>
    <message><source>还有 {0} 个指标未评，共 {1} 分</source>
        <translation>{0} indicators not scored yet, {1} points</translation></message>
    <message><source>还有 {0} 个问题没有建议</source>
        <translation>{0} findings have no recommendation</translation></message>
    <message><source>还有 {0} 处疑点没有处理</source>
        <translation>{0} doubts are left</translation></message>
    <message><source>还有 {0} 处错误没有处理</source>
        <translation>{0} errors are left</translation></message>
    <message><source>还没有评价指标，打分之前先定指标和分值</source>
        <translation>There are no indicators yet; scoring needs indicators and weights first</translation></message>
    <message><source>还没有资金项目，可以逐行输入，也可以从 Excel 粘贴</source>
        <translation>There are no funds yet; type them row by row or paste them from Excel</translation></message>
</context>
<context>
    <name>OrEmpty</name>
    <message><source>在左边把校核结果标为已解释或误报，结论列在这里</source>
        <translation>Checks marked as explained or as false alarms are listed here</translation></message>
    <message><source>在表格末行输入，或从 Excel 粘贴</source>
        <translation>Type into the last row of the table, or paste from Excel</translation></message>
    <message><source>给任何一行附上佐证，关联列在这里</source>
        <translation>Whenever evidence is attached to a row, the link is listed here</translation></message>
    <message><source>还没有{0}</source>
        <translation>Nothing yet: {0}</translation></message>
    <message><source>附佐证时选择的文件存在项目里，列在这里</source>
        <translation>Files attached as evidence are kept in the project and listed here</translation></message>
</context>
<context>
    <name>OverviewLines</name>
    <message><source>另有 {0} 个项目，在资金页</source>
        <translation>{0} more on the Funds tab</translation></message>
    <message><source>合计</source>
        <translation>Total</translation></message>
    <message><source>失分最多</source>
        <translation>Most points lost</translation></message>
    <message><source>已支付</source>
        <translation>Paid</translation></message>
    <message><source>总指标</source>
        <translation>Quota</translation></message>
    <message><source>总指标（框）与已支付（实）</source>
        <translation>Quota (frame) and paid (filled)</translation></message>
    <message><source>执行率</source>
        <translation>Rate</translation></message>
    <message><source>结余</source>
        <translation>Balance</translation></message>
    <message><source>资金项目</source>
        <translation>Fund</translation></message>
    <message><source>还没有指标</source>
        <translation>No indicators yet</translation></message>
    <message><source>还没有资金项目</source>
        <translation>No funds yet</translation></message>
</context>
<context>
    <name>OverviewTab</name>
    <message><source>下一步</source>
        <translation>Next</translation></message>
    <message><source>与标准值比较</source>
        <translation>Compared with the standard</translation></message>
    <message><source>付款进度</source>
        <translation>Payments</translation></message>
    <message><source>修改历史</source>
        <translation>History</translation></message>
    <message><source>单位：{0}</source>
        <translation>Unit: {0}</translation></message>
    <message><source>导入表格…</source>
        <translation>Import tables…</translation></message>
    <message><source>录入或导入之后，这里显示得分构成、预算指标和各项目的执行情况</source>
        <translation>Once there are data, this shows the score, the budget rates and how the funds are spent</translation></message>
    <message><source>录入数据后，这里列出要处理的问题</source>
        <translation>Once there are data, this lists what needs attention</translation></message>
    <message><source>待处理</source>
        <translation>To do</translation></message>
    <message><source>得分构成</source>
        <translation>How the score is made</translation></message>
    <message><source>最近修改</source>
        <translation>Latest changes</translation></message>
    <message><source>框为分值，实为得分；右列为失分</source>
        <translation>Frame: weight; filled: score; right: points lost</translation></message>
    <message><source>概览</source>
        <translation>Overview</translation></message>
    <message><source>没有待处理的问题</source>
        <translation>No problems left</translation></message>
    <message><source>点任一行，跳到该处</source>
        <translation>Click a row to go there</translation></message>
    <message><source>评价组 {0} 人　　</source>
        <translation>Team of {0}  </translation></message>
    <message><source>资金执行</source>
        <translation>Execution of funds</translation></message>
    <message><source>还有 {0} 类…</source>
        <translation>{0} more kinds…</translation></message>
    <message><source>还没有资金、合同和指标</source>
        <translation>No funds, contracts or indicators yet</translation></message>
    <message><source>这次修改的行已经不在了</source>
        <translation>The rows of this change are gone</translation></message>
    <message><source>预算指标</source>
        <translation>Budget rates</translation></message>
</context>
<context>
    <name>Papers</name>
    <message><source>佐证</source>
        <translation>Evidence</translation></message>
    <message><source>合计</source>
        <translation>Total</translation></message>
    <message><source>合计　{0} 项</source>
        <translation>Total {0}</translation></message>
    <message><source>在此输入新{0}</source>
        <translation>Type a new row here: {0}</translation></message>
    <message><source>在此输入，或从 Excel 粘贴{0}</source>
        <translation>Type here, or paste from Excel: {0}</translation></message>
    <message><source>未提供 {0}</source>
        <translation>Not received {0}</translation></message>
    <message><source>签到名单</source>
        <translation>Sign-in lists</translation></message>
    <message><source>部分 {0}</source>
        <translation>Partly {0}</translation></message>
    <message><source>项目</source>
        <translation>Fund</translation></message>
    <message><source>项目信息</source>
        <translation>Project</translation></message>
</context>
<context>
    <name>PapersTab</name>
    <message><source>Ctrl+Enter 标为已提供　F2 编辑　Ctrl+D 向下填充</source>
        <translation>Ctrl+Enter mark received F2 edit Ctrl+D fill down</translation></message>
    <message><source>F2 编辑　Ctrl+D 向下填充　Ctrl+V 粘贴 Excel 的一块</source>
        <translation>F2 edit Ctrl+D fill down Ctrl+V paste from Excel</translation></message>
    <message><source>{0}　共 {1} 项</source>
        <translation>{0} {1} in all</translation></message>
    <message><source>删除行</source>
        <translation>Delete row</translation></message>
    <message><source>撤销</source>
        <translation>Undo</translation></message>
    <message><source>新增</source>
        <translation>Add</translation></message>
    <message><source>标为已提供</source>
        <translation>Mark received</translation></message>
    <message><source>标为已提供（{0} 项）</source>
        <translation>Mark received ({0} items)</translation></message>
    <message><source>离开一格即存盘</source>
        <translation>Saved when you leave a cell</translation></message>
    <message><source>筛选</source>
        <translation>Filter</translation></message>
    <message><source>粘贴</source>
        <translation>Paste</translation></message>
    <message><source>资料</source>
        <translation>Papers</translation></message>
    <message><source>资料种类</source>
        <translation>Kinds of papers</translation></message>
</context>
<context>
    <name>Patience</name>
    <message><source>停止</source>
        <translation>Stop</translation></message>
    <message><source>正在存盘…</source>
        <translation>Saving…</translation></message>
</context>
<context>
    <name>PaymentsPage</name>
    <message><source>{0}年付</source>
        <translation>Paid in {0}</translation></message>
    <message><source>以前年度付</source>
        <translation>Earlier</translation></message>
    <message><source>合同</source>
        <translation>Contract</translation></message>
    <message><source>合计</source>
        <translation>Total</translation></message>
    <message><source>新付款</source>
        <translation>New payment</translation></message>
    <message><source>未付</source>
        <translation>Unpaid</translation></message>
    <message><source>本年付</source>
        <translation>This year</translation></message>
</context>
<context>
    <name>PhaseButton</name>
    <message><source>已完成</source>
        <translation>Done</translation></message>
    <message><source>当前阶段</source>
        <translation>Current phase</translation></message>
    <message><source>把工作阶段改为“{0}”</source>
        <translation>Set the phase to "{0}"</translation></message>
    <message><source>未到</source>
        <translation>Not received</translation></message>
</context>
<context>
    <name>Phases</name>
    <message><source>工作阶段改为“{0}”</source>
        <translation>Phase set to "{0}"</translation></message>
    <message><source>撤销</source>
        <translation>Undo</translation></message>
</context>
<context>
    <name>PhraseBox</name>
    <message><source>关闭</source>
        <translation>Close</translation></message>
    <message><source>太长，最多 {0} 字。请只粘贴一项指标的评分标准</source>
        <translation>Too long; at most {0} characters. Paste the criteria of one indicator only</translation></message>
    <message><source>已按粘贴的评分标准设定规则</source>
        <translation>Rule set from the pasted criteria</translation></message>
    <message><source>指标“{0}” · 按评分标准设定规则</source>
        <translation>Indicator "{0}" · rule set from criteria</translation></message>
    <message><source>按此得分 {0}</source>
        <translation>Scores {0}</translation></message>
    <message><source>按此得分 {0} → {1}</source>
        <translation>Score {0} → {1}</translation></message>
    <message><source>撤销</source>
        <translation>Undo</translation></message>
    <message><source>没有认出常见的写法。请在下面选评分规则，自己填参数</source>
        <translation>No usual wording recognised. Choose the rule below and enter its parameters</translation></message>
    <message><source>没有读入：{0}</source>
        <translation>Not read: {0}</translation></message>
    <message><source>粘贴评分标准，如：得分＝执行率×分值，每低于1个百分点扣权重分的5%，扣完为止</source>
        <translation>Paste criteria such as: 得分＝执行率×分值，每低于1个百分点扣权重分的5%，扣完为止</translation></message>
    <message><source>评分标准原文</source>
        <translation>Criteria as written</translation></message>
    <message><source>读入本指标的“评分标准”</source>
        <translation>Read this indicator's criteria</translation></message>
    <message><source>读出 {0} 种可能，核对后采用</source>
        <translation>{0} readings; compare before using one</translation></message>
    <message><source>采用</source>
        <translation>Accept</translation></message>
    <message><source>；标准值 {0}</source>
        <translation>; target {0}</translation></message>
</context>
<context>
    <name>PointsPage</name>
    <message><source>占比 %</source>
        <translation>Share %</translation></message>
    <message><source>占比合计 {0}%</source>
        <translation>Shares {0}%</translation></message>
    <message><source>占比未填，各要点平均</source>
        <translation>No shares: points count equally</translation></message>
    <message><source>在此输入新要点</source>
        <translation>Type a new point here</translation></message>
    <message><source>处数</source>
        <translation>Faults</translation></message>
    <message><source>已填占比 {0}%，其余要点平均分 {1}%</source>
        <translation>Shares entered {0}%; the other points share {1}%</translation></message>
    <message><source>得分</source>
        <translation>Score</translation></message>
    <message><source>按 1 符合　2 部分符合　3 不符合</source>
        <translation>1 met 2 partly met 3 not met</translation></message>
    <message><source>按处扣分</source>
        <translation>Per fault</translation></message>
    <message><source>按符合情况评定</source>
        <translation>By fulfilment</translation></message>
    <message><source>改为按处扣分…</source>
        <translation>Score per fault…</translation></message>
    <message><source>改回按符合情况评定</source>
        <translation>Back to fulfilment</translation></message>
    <message><source>比例</source>
        <translation>Share</translation></message>
    <message><source>符合情况</source>
        <translation>Fulfilment</translation></message>
    <message><source>要点</source>
        <translation>Points</translation></message>
    <message><source>要点“{0}” · {1}</source>
        <translation>Point "{0}" · {1}</translation></message>
    <message><source>，应为 100%</source>
        <translation>, should be 100%</translation></message>
</context>
<context>
    <name>Preview</name>
    <message><source>不能显示预览：{0}</source>
        <translation>The preview cannot be shown: {0}</translation></message>
    <message><source>报告预览</source>
        <translation>Report preview</translation></message>
    <message><source>正在排版…</source>
        <translation>Laying out…</translation></message>
</context>
<context>
    <name>PreviewPane</name>
    <message><source>上一处　Shift+Enter</source>
        <translation>Previous Shift+Enter</translation></message>
    <message><source>下一处　Enter</source>
        <translation>Next Enter</translation></message>
    <message><source>在预览里查找</source>
        <translation>Find in preview</translation></message>
    <message><source>查找预览里的字</source>
        <translation>Find words in the preview</translation></message>
    <message><source>没有找到</source>
        <translation>Nothing found</translation></message>
    <message><source>第 {0} 页，共 {1} 页</source>
        <translation>Page {0} of {1}</translation></message>
    <message><source>适合宽度</source>
        <translation>Fit width</translation></message>
    <message><source>预览</source>
        <translation>Preview</translation></message>
    <message><source>预览大小</source>
        <translation>Preview size</translation></message>
    <message><source>预览大小　Ctrl+滚轮</source>
        <translation>Preview size Ctrl+wheel</translation></message>
</context>
<context>
    <name>ProblemList</name>
    <message><source>全部</source>
        <translation>All</translation></message>
    <message><source>处理情况</source>
        <translation>Answer</translation></message>
    <message><source>已处理</source>
        <translation>Answered</translation></message>
    <message><source>待处理</source>
        <translation>To do</translation></message>
    <message><source>显示{0}，共 {1} 个</source>
        <translation>Show {0} ({1})</translation></message>
    <message><source>校核</source>
        <translation>Checks</translation></message>
    <message><source>校核发现的问题</source>
        <translation>Problems found by the checks</translation></message>
</context>
<context>
    <name>ProblemModel</name>
    <message><source>→ 问题（{0}）</source>
        <translation>→ Finding ({0})</translation></message>
</context>
<context>
    <name>Rates</name>
    <message><source>低于 {0} 个百分点</source>
        <translation>{0} points below</translation></message>
    <message><source>未超过标准值</source>
        <translation>Within the standard</translation></message>
    <message><source>标准 {0}</source>
        <translation>Standard {0}</translation></message>
    <message><source>超过 {0} 个百分点</source>
        <translation>{0} points above</translation></message>
    <message><source>达到标准值</source>
        <translation>Standard met</translation></message>
</context>
<context>
    <name>RatesPanel</name>
    <message><source>分子、分母随口径改变</source>
        <translation>What is divided by what follows the setting</translation></message>
    <message><source>反推…</source>
        <translation>Solve back…</translation></message>
    <message><source>由印出的率反推年初预算等基数的范围</source>
        <translation>Find the range of the initial budget or another base from printed rates</translation></message>
    <message><source>预算指标</source>
        <translation>Budget rates</translation></message>
</context>
<context>
    <name>ReasonLine</name>
    <message><source>{0}的理由</source>
        <translation>Reason: {0}</translation></message>
    <message><source>{0}的理由，写进校核结论</source>
        <translation>Reason ({0}), kept with the verdict</translation></message>
    <message><source>保存</source>
        <translation>Save</translation></message>
    <message><source>请写明{0}的理由</source>
        <translation>Give a reason: {0}</translation></message>
</context>
<context>
    <name>RefusalPanel</name>
    <message><source>{0} 格没有读懂，保留原值。点一行到那一格改正</source>
        <translation>{0} cells could not be read and keep their value. Click a line to go to its cell</translation></message>
    <message><source>关闭</source>
        <translation>Close</translation></message>
    <message><source>撤销</source>
        <translation>Undo</translation></message>
    <message><source>没有读懂的格</source>
        <translation>Cells that could not be read</translation></message>
    <message><source>还有 {0} 格没有读懂</source>
        <translation>{0} cells left</translation></message>
</context>
<context>
    <name>RemarkBox</name>
    <message><source>备注</source>
        <translation>Remark</translation></message>
</context>
<context>
    <name>ReplacePanel</name>
    <message><source>下一处</source>
        <translation>Next</translation></message>
    <message><source>全部替换</source>
        <translation>Replace all</translation></message>
    <message><source>关闭</source>
        <translation>Close</translation></message>
    <message><source>区分大小写</source>
        <translation>Match case</translation></message>
    <message><source>只在选中的格</source>
        <translation>Selected cells only</translation></message>
    <message><source>将要替换的格</source>
        <translation>Cells to be replaced</translation></message>
    <message><source>找到 {0} 格</source>
        <translation>{0} cells found</translation></message>
    <message><source>整格相同</source>
        <translation>Whole cell</translation></message>
    <message><source>替换</source>
        <translation>Replace</translation></message>
    <message><source>替换 {0} 格{1}</source>
        <translation>Replace {0} cells of {1}</translation></message>
    <message><source>替换为</source>
        <translation>Replace with</translation></message>
    <message><source>查找</source>
        <translation>Find</translation></message>
</context>
<context>
    <name>ReportTab</name>
    <message><source>依次看校核发现的问题　F8</source>
        <translation>Go through the problems one by one F8</translation></message>
    <message><source>出具前校核</source>
        <translation>Checks before issuing</translation></message>
    <message><source>到该处</source>
        <translation>Go there</translation></message>
    <message><source>已写 {0} 章，已复核 {1} 章　本章 {2:,} 字</source>
        <translation>{0} chapters written, {1} reviewed this one {2:,} characters</translation></message>
    <message><source>报告</source>
        <translation>Report</translation></message>
    <message><source>未定阶段</source>
        <translation>No stage</translation></message>
    <message><source>淡色底的数字取自数据，随数据改变；Ctrl+I 插入</source>
        <translation>Shaded figures come from the data and follow it; Ctrl+I inserts one</translation></message>
    <message><source>还有 {0} 个错误没有处理，报告会带着它们：{1}</source>
        <translation>{0} errors are left and will be in the report: {1}</translation></message>
</context>
<context>
    <name>ReportTools</name>
    <message><source>导出 PDF</source>
        <translation>Export PDF</translation></message>
    <message><source>导出 {0}</source>
        <translation>Export {0}</translation></message>
    <message><source>报告格式和阶段</source>
        <translation>Form and stage of the report</translation></message>
    <message><source>项目信息…</source>
        <translation>Project information…</translation></message>
</context>
<context>
    <name>RosterForm</name>
    <message><source>无电话</source>
        <translation>No phone</translation></message>
    <message><source>无电话占比</source>
        <translation>Without phone</translation></message>
    <message><source>有电话</source>
        <translation>Phone</translation></message>
    <message><source>疑似代签</source>
        <translation>Signed by proxy?</translation></message>
    <message><source>签到</source>
        <translation>Signed in</translation></message>
    <message><source>计划</source>
        <translation>Planned</translation></message>
</context>
<context>
    <name>RowCommands</name>
    <message><source>作废</source>
        <translation>Void</translation></message>
    <message><source>作废 {0} 行{1}</source>
        <translation>Void {0} rows of {1}</translation></message>
    <message><source>作废原因</source>
        <translation>Reason for voiding</translation></message>
    <message><source>删除 {0} 行{1}</source>
        <translation>Delete {0} rows of {1}</translation></message>
    <message><source>复制 {0} 行{1}</source>
        <translation>Duplicate {0} rows of {1}</translation></message>
    <message><source>恢复{0}“{1}”</source>
        <translation>Restore {0} "{1}"</translation></message>
    <message><source>按列排序时不能移动行。先再点一次列名取消排序</source>
        <translation>Rows cannot be moved while sorted. Click the column title again to end sorting</translation></message>
    <message><source>插入 {0} 行{1}</source>
        <translation>Insert {0} rows of {1}</translation></message>
    <message><source>撤销</source>
        <translation>Undo</translation></message>
    <message><source>新增{0}</source>
        <translation>Add {0}</translation></message>
    <message><source>移动 {0} 行{1}</source>
        <translation>Move {0} rows of {1}</translation></message>
    <message><source>行只能在它的分组里移动</source>
        <translation>Rows can be moved inside their group only</translation></message>
</context>
<context>
    <name>RowForm</name>
    <message><source>没有选中{0}</source>
        <translation>Nothing chosen: {0}</translation></message>
</context>
<context>
    <name>RowHistory</name>
    <message><source>还没有修改过</source>
        <translation>No changes yet</translation></message>
    <message><source>（空）</source>
        <translation>(empty)</translation></message>
</context>
<context>
    <name>RowMessages</name>
    <message><source>已解释…</source>
        <translation>Explained…</translation></message>
    <message><source>拟为问题</source>
        <translation>Draft finding</translation></message>
    <message><source>撤回</source>
        <translation>Take back</translation></message>
    <message><source>查看问题</source>
        <translation>Show problems</translation></message>
    <message><source>误报…</source>
        <translation>False alarm…</translation></message>
    <message><source>还有 {0} 条…</source>
        <translation>{0} more…</translation></message>
</context>
<context>
    <name>RowsTable</name>
    <message><source>不内插</source>
        <translation>No interpolation</translation></message>
    <message><source>不限</source>
        <translation>Any</translation></message>
    <message><source>删除</source>
        <translation>Delete</translation></message>
    <message><source>删除第 {0} 档</source>
        <translation>Delete band {0}</translation></message>
    <message><source>勾上：恰好等于这个数也在本档内（{0}）</source>
        <translation>Ticked: exactly this number is in the band too ({0})</translation></message>
    <message><source>含</source>
        <translation>Incl.</translation></message>
    <message><source>第 {0} 档{1}</source>
        <translation>Band {0}: {1}</translation></message>
    <message><source>＋ 增加一档</source>
        <translation>+ Add band</translation></message>
</context>
<context>
    <name>RuleForm</name>
    <message><source>下面各条要点分担分值，逐条判断</source>
        <translation>The points below share the weight; each is judged</translation></message>
    <message><source>先定达成情况，再定档内比例</source>
        <translation>Attainment first, then the share within it</translation></message>
    <message><source>几位专家各自评分，取平均</source>
        <translation>Several experts score; the mean counts</translation></message>
    <message><source>各期数值应逐期上升或下降</source>
        <translation>Values should rise or fall from period to period</translation></message>
    <message><source>完成值与标准值之比，达到标准得满分</source>
        <translation>Value over target; full score when it is reached</translation></message>
    <message><source>完成值落在哪一档，得哪一档的分</source>
        <translation>The band in which the value lies gives the score</translation></message>
    <message><source>得分 </source>
        <translation>Score </translation></message>
    <message><source>改用示例参数</source>
        <translation>Use the example</translation></message>
    <message><source>未评</source>
        <translation>Not scored</translation></message>
    <message><source>每有一处扣若干分</source>
        <translation>Points off for every fault</translation></message>
    <message><source>没有写入。</source>
        <translation>Not written.</translation></message>
    <message><source>满分点与零分点之间按直线计分</source>
        <translation>A straight line between zero-score and full-score point</translation></message>
    <message><source>离开输入框即写入</source>
        <translation>Kept when you leave the field</translation></message>
    <message><source>离标准每偏差一步扣若干分</source>
        <translation>Points off for every step away from the standard</translation></message>
    <message><source>符合得满分，不符合不得分</source>
        <translation>Full score if met, none if not</translation></message>
    <message><source>规则参数</source>
        <translation>Rule parameters</translation></message>
    <message><source>规则参数不能用，指标暂不计分</source>
        <translation>The rule parameters cannot be used; the indicator is not scored</translation></message>
    <message><source>评价人员直接给分</source>
        <translation>The evaluators score directly</translation></message>
</context>
<context>
    <name>RulePart</name>
    <message><source>粘贴评分标准…</source>
        <translation>Paste criteria…</translation></message>
    <message><source>规则</source>
        <translation>Rule</translation></message>
</context>
<context>
    <name>Schema</name>
    <message><source>90 优、80 良、60 中、0 差</source>
        <translation>90 优、80 良、60 中、0 差</translation></message>
    <message><source>一个数</source>
        <translation>a number</translation></message>
    <message><source>一个日期</source>
        <translation>A date</translation></message>
    <message><source>一个条件</source>
        <translation>a condition</translation></message>
    <message><source>一票否决</source>
        <translation>Veto</translation></message>
    <message><source>一级指标</source>
        <translation>Level-1 indicator</translation></message>
    <message><source>一组数</source>
        <translation>a series of numbers</translation></message>
    <message><source>一般</source>
        <translation>Minor</translation></message>
    <message><source>万元</source>
        <translation>10k yuan</translation></message>
    <message><source>三级指标</source>
        <translation>Level-3 indicator</translation></message>
    <message><source>上年结转</source>
        <translation>Carried over</translation></message>
    <message><source>上年结转资金</source>
        <translation>carried over</translation></message>
    <message><source>上级</source>
        <translation>Parent</translation></message>
    <message><source>上级分值与下级之和不符</source>
        <translation>Parent weight differs from the sum below it</translation></message>
    <message><source>上级成环</source>
        <translation>Parents form a loop</translation></message>
    <message><source>上级指标不能调整得分</source>
        <translation>A parent's score cannot be adjusted</translation></message>
    <message><source>上级要求或不可抗力引起的调整</source>
        <translation>Adjustment ordered from above or due to force majeure</translation></message>
    <message><source>上线</source>
        <translation>Go-live</translation></message>
    <message><source>上限</source>
        <translation>Upper bound</translation></message>
    <message><source>上限处得分</source>
        <translation>Score at upper bound</translation></message>
    <message><source>下达日期</source>
        <translation>Issued on</translation></message>
    <message><source>下限</source>
        <translation>Lower bound</translation></message>
    <message><source>不列入报告</source>
        <translation>Not in report</translation></message>
    <message><source>不动这些行</source>
        <translation>Leave these rows</translation></message>
    <message><source>不太满意</source>
        <translation>Rather dissatisfied</translation></message>
    <message><source>不导入</source>
        <translation>Skip</translation></message>
    <message><source>不导入指标文</source>
        <translation>Skip allocations</translation></message>
    <message><source>不得分</source>
        <translation>No points</translation></message>
    <message><source>不满意</source>
        <translation>Dissatisfied</translation></message>
    <message><source>不符合</source>
        <translation>Not met</translation></message>
    <message><source>不计</source>
        <translation>Not counted</translation></message>
    <message><source>不记</source>
        <translation>Do not keep</translation></message>
    <message><source>不读</source>
        <translation>Leave out</translation></message>
    <message><source>不读这一笔</source>
        <translation>Skip this one</translation></message>
    <message><source>不足一步</source>
        <translation>Partial step</translation></message>
    <message><source>不适用</source>
        <translation>Not applicable</translation></message>
    <message><source>不采纳</source>
        <translation>Rejected</translation></message>
    <message><source>专家</source>
        <translation>Expert</translation></message>
    <message><source>专家评分</source>
        <translation>Expert score</translation></message>
    <message><source>专家评分已公布</source>
        <translation>Expert scores released</translation></message>
    <message><source>专项资金</source>
        <translation>Special fund</translation></message>
    <message><source>专项资金绩效评价报告</source>
        <translation>Special fund evaluation report</translation></message>
    <message><source>业务管理</source>
        <translation>Operations</translation></message>
    <message><source>两处内容重复</source>
        <translation>Same content in two places</translation></message>
    <message><source>严重程度</source>
        <translation>Severity</translation></message>
    <message><source>个数</source>
        <translation>Count</translation></message>
    <message><source>中</source>
        <translation>Fair</translation></message>
    <message><source>中央</source>
        <translation>Central</translation></message>
    <message><source>中标</source>
        <translation>Award</translation></message>
    <message><source>主管部门</source>
        <translation>Department</translation></message>
    <message><source>主评人</source>
        <translation>Lead evaluator</translation></message>
    <message><source>事实</source>
        <translation>Fact</translation></message>
    <message><source>二级指标</source>
        <translation>Level-2 indicator</translation></message>
    <message><source>五个选项的百分数，如 100/75/50/25/0；空着按此计算</source>
        <translation>Percent of the five answers, such as 100/75/50/25/0, which is used when empty</translation></message>
    <message><source>产出与效益</source>
        <translation>Outputs and benefits</translation></message>
    <message><source>产出和效益分值偏低</source>
        <translation>Weight of outputs and benefits is low</translation></message>
    <message><source>产出指标</source>
        <translation>Output indicator</translation></message>
    <message><source>亿元</source>
        <translation>100m yuan</translation></message>
    <message><source>付款</source>
        <translation>Payment</translation></message>
    <message><source>付款日期</source>
        <translation>Paid on</translation></message>
    <message><source>付款早于条件成就</source>
        <translation>Payment before its condition was met</translation></message>
    <message><source>付款条件</source>
        <translation>Condition</translation></message>
    <message><source>付款条件是否成就未填</source>
        <translation>Condition met or not: not entered</translation></message>
    <message><source>付款条款</source>
        <translation>Term</translation></message>
    <message><source>付款条款与合同金额不符</source>
        <translation>Terms differ from contract amount</translation></message>
    <message><source>付款超过合同金额</source>
        <translation>Payments exceed contract amount</translation></message>
    <message><source>付款超过条款应付</source>
        <translation>Payment exceeds its term</translation></message>
    <message><source>付款金额</source>
        <translation>Amount paid</translation></message>
    <message><source>以前年度已付</source>
        <translation>Paid in earlier years</translation></message>
    <message><source>优</source>
        <translation>Excellent</translation></message>
    <message><source>位</source>
        <translation>places</translation></message>
    <message><source>低于标准扣分</source>
        <translation>Below standard</translation></message>
    <message><source>佐证</source>
        <translation>Evidence</translation></message>
    <message><source>佐证关联</source>
        <translation>Evidence link</translation></message>
    <message><source>佐证材料</source>
        <translation>Evidence</translation></message>
    <message><source>佐证材料目录</source>
        <translation>List of evidence</translation></message>
    <message><source>供应商</source>
        <translation>Vendor</translation></message>
    <message><source>依据标准</source>
        <translation>Criterion</translation></message>
    <message><source>值</source>
        <translation>Value</translation></message>
    <message><source>偏差原因分析及改进措施</source>
        <translation>Reasons and improvements</translation></message>
    <message><source>偏差扣分</source>
        <translation>Points off for deviating</translation></message>
    <message><source>偏离标准扣分</source>
        <translation>Off standard</translation></message>
    <message><source>允许持平</source>
        <translation>Equal allowed</translation></message>
    <message><source>元</source>
        <translation>yuan</translation></message>
    <message><source>全失处数</source>
        <translation>Faults until zero</translation></message>
    <message><source>全年预算数</source>
        <translation>Full-year budget</translation></message>
    <message><source>全部</source>
        <translation>All</translation></message>
    <message><source>全部调整</source>
        <translation>All adjustments</translation></message>
    <message><source>公开招标</source>
        <translation>Open tender</translation></message>
    <message><source>公式</source>
        <translation>Formula</translation></message>
    <message><source>公式，成立时生效，如 预算执行率 &lt; 80</source>
        <translation>A formula; applies while it is true, e.g. 预算执行率 &lt; 80</translation></message>
    <message><source>其中：当年财政拨款</source>
        <translation>of which: this year's grant</translation></message>
    <message><source>其他</source>
        <translation>Other</translation></message>
    <message><source>其他资金</source>
        <translation>other funds</translation></message>
    <message><source>内容</source>
        <translation>Content</translation></message>
    <message><source>决算审计</source>
        <translation>Final audit</translation></message>
    <message><source>凭证</source>
        <translation>Voucher</translation></message>
    <message><source>凭证号</source>
        <translation>Voucher no.</translation></message>
    <message><source>凭证抽查</source>
        <translation>Voucher check</translation></message>
    <message><source>出具报告</source>
        <translation>Issuing report</translation></message>
    <message><source>分</source>
        <translation>points</translation></message>
    <message><source>分值</source>
        <translation>Weight</translation></message>
    <message><source>分值合计不等于 100</source>
        <translation>Weights do not add up to 100</translation></message>
    <message><source>分工</source>
        <translation>Duty</translation></message>
    <message><source>分档</source>
        <translation>Bands</translation></message>
    <message><source>分组</source>
        <translation>Group</translation></message>
    <message><source>列支项目</source>
        <translation>Charged to</translation></message>
    <message><source>初稿</source>
        <translation>First draft</translation></message>
    <message><source>初验</source>
        <translation>Preliminary acceptance</translation></message>
    <message><source>别名</source>
        <translation>Aliases</translation></message>
    <message><source>到位日期</source>
        <translation>Received on</translation></message>
    <message><source>到位资金</source>
        <translation>Funds received</translation></message>
    <message><source>到位金额</source>
        <translation>Received amount</translation></message>
    <message><source>到它得 0 分，可以大于满分点</source>
        <translation>Scores 0 there; may be above the full-score point</translation></message>
    <message><source>到期未验收</source>
        <translation>Due but not accepted</translation></message>
    <message><source>制定日期</source>
        <translation>Issued on</translation></message>
    <message><source>制度</source>
        <translation>Regulation</translation></message>
    <message><source>制度名称</source>
        <translation>Regulation</translation></message>
    <message><source>制度缺失或不完整</source>
        <translation>Regulation missing or incomplete</translation></message>
    <message><source>剔除政策性</source>
        <translation>Without policy-driven ones</translation></message>
    <message><source>区县</source>
        <translation>District</translation></message>
    <message><source>千元</source>
        <translation>1,000 yuan</translation></message>
    <message><source>千分位</source>
        <translation>Thousands separators</translation></message>
    <message><source>单一来源</source>
        <translation>Single source</translation></message>
    <message><source>单位</source>
        <translation>Unit</translation></message>
    <message><source>原因</source>
        <translation>Cause</translation></message>
    <message><source>去掉最高最低</source>
        <translation>Drop highest and lowest</translation></message>
    <message><source>反馈意见</source>
        <translation>Opinion</translation></message>
    <message><source>反馈意见未答复</source>
        <translation>Opinion not answered</translation></message>
    <message><source>发放数</source>
        <translation>Issued</translation></message>
    <message><source>发文单位</source>
        <translation>Issuer</translation></message>
    <message><source>发文日期</source>
        <translation>Issued on</translation></message>
    <message><source>取得人</source>
        <translation>Collected by</translation></message>
    <message><source>取得日期</source>
        <translation>Collected on</translation></message>
    <message><source>只知道年份时填年份</source>
        <translation>Enter the year alone if only that is known</translation></message>
    <message><source>可研批复</source>
        <translation>Feasibility approval</translation></message>
    <message><source>各为一份合同</source>
        <translation>A contract each</translation></message>
    <message><source>各去掉一个，至少三位专家</source>
        <translation>One of each is dropped; at least three experts</translation></message>
    <message><source>各档</source>
        <translation>Bands</translation></message>
    <message><source>各要点占比</source>
        <translation>Share of each point</translation></message>
    <message><source>合同</source>
        <translation>Contract</translation></message>
    <message><source>合同、合同明细、付款</source>
        <translation>Contracts, items, payments</translation></message>
    <message><source>合同名称</source>
        <translation>Contract name</translation></message>
    <message><source>合同数</source>
        <translation>Contracts</translation></message>
    <message><source>合同明细</source>
        <translation>Item</translation></message>
    <message><source>合同明细与合同金额不符</source>
        <translation>Items differ from contract amount</translation></message>
    <message><source>合同明细金额为零</source>
        <translation>Item amount is zero</translation></message>
    <message><source>合同未填采购方式</source>
        <translation>Contract without procurement method</translation></message>
    <message><source>合同管理</source>
        <translation>Contract management</translation></message>
    <message><source>合同编号</source>
        <translation>Contract no.</translation></message>
    <message><source>合同金额</source>
        <translation>Contract amount</translation></message>
    <message><source>同一制度两种结论</source>
        <translation>Two verdicts on one regulation</translation></message>
    <message><source>同一合同的明细</source>
        <translation>Items of one contract</translation></message>
    <message><source>同一文号两种字头</source>
        <translation>Two prefixes of one document no.</translation></message>
    <message><source>同一服务重复签约</source>
        <translation>Same service contracted twice</translation></message>
    <message><source>名单</source>
        <translation>Roster entry</translation></message>
    <message><source>名单人数</source>
        <translation>Persons on rosters</translation></message>
    <message><source>名单核查</source>
        <translation>Roster</translation></message>
    <message><source>名单缺电话人数</source>
        <translation>Persons without phone</translation></message>
    <message><source>名称</source>
        <translation>Name</translation></message>
    <message><source>否</source>
        <translation>No</translation></message>
    <message><source>含上限</source>
        <translation>Includes upper bound</translation></message>
    <message><source>含下限</source>
        <translation>Includes lower bound</translation></message>
    <message><source>回收数</source>
        <translation>Returned</translation></message>
    <message><source>图</source>
        <translation>Chart</translation></message>
    <message><source>地点</source>
        <translation>Place</translation></message>
    <message><source>基础数据</source>
        <translation>Figure</translation></message>
    <message><source>填写后档内按直线内插</source>
        <translation>Interpolates in a straight line within the band</translation></message>
    <message><source>处理人</source>
        <translation>Answered by</translation></message>
    <message><source>备注</source>
        <translation>Remark</translation></message>
    <message><source>复查日期</source>
        <translation>Rechecked on</translation></message>
    <message><source>复查结论</source>
        <translation>Recheck result</translation></message>
    <message><source>复核人</source>
        <translation>Reviewer</translation></message>
    <message><source>大小</source>
        <translation>Size</translation></message>
    <message><source>失分没有对应问题</source>
        <translation>Lost points without finding</translation></message>
    <message><source>失分没有评价意见</source>
        <translation>Lost points without comment</translation></message>
    <message><source>奖励</source>
        <translation>Award</translation></message>
    <message><source>如 事件响应时间、事件恢复时间、服务质量及保障</source>
        <translation>Such as response time, recovery time, service quality</translation></message>
    <message><source>姓名</source>
        <translation>Name</translation></message>
    <message><source>存档</source>
        <translation>Archived</translation></message>
    <message><source>完成值</source>
        <translation>Value</translation></message>
    <message><source>完成值远超指标值</source>
        <translation>Value far above target</translation></message>
    <message><source>完成期限</source>
        <translation>Due on</translation></message>
    <message><source>完成比例低于它不得分</source>
        <translation>No points below this ratio</translation></message>
    <message><source>完成比例达到它视为偏离</source>
        <translation>Counts as deviating from this ratio</translation></message>
    <message><source>定性</source>
        <translation>Qualitative</translation></message>
    <message><source>定性三档</source>
        <translation>Three grades</translation></message>
    <message><source>定性结论</source>
        <translation>Attainment</translation></message>
    <message><source>定稿</source>
        <translation>Final</translation></message>
    <message><source>定稿人</source>
        <translation>Frozen by</translation></message>
    <message><source>定稿日期</source>
        <translation>Frozen on</translation></message>
    <message><source>实施单位</source>
        <translation>Implementer</translation></message>
    <message><source>实施情况</source>
        <translation>Implementation</translation></message>
    <message><source>实际完成值</source>
        <translation>Actual value</translation></message>
    <message><source>实际数量</source>
        <translation>Delivered quantity</translation></message>
    <message><source>实际数量与约定不符</source>
        <translation>Delivered differs from planned</translation></message>
    <message><source>实际日期</source>
        <translation>Actual date</translation></message>
    <message><source>审批完整</source>
        <translation>Approval complete</translation></message>
    <message><source>对应条款</source>
        <translation>Term</translation></message>
    <message><source>导入</source>
        <translation>Import</translation></message>
    <message><source>封顶</source>
        <translation>Cap</translation></message>
    <message><source>封顶与否决</source>
        <translation>Cap or veto</translation></message>
    <message><source>封顶或一票否决</source>
        <translation>Cap or veto</translation></message>
    <message><source>工作阶段</source>
        <translation>Phase</translation></message>
    <message><source>差</source>
        <translation>Poor</translation></message>
    <message><source>已交换意见</source>
        <translation>Discussed</translation></message>
    <message><source>已付</source>
        <translation>Paid</translation></message>
    <message><source>已写</source>
        <translation>Written</translation></message>
    <message><source>已制定</source>
        <translation>In place</translation></message>
    <message><source>已复核</source>
        <translation>Reviewed</translation></message>
    <message><source>已完成</source>
        <translation>Done</translation></message>
    <message><source>已提供</source>
        <translation>Received</translation></message>
    <message><source>已支付</source>
        <translation>Paid</translation></message>
    <message><source>已核实</source>
        <translation>Verified</translation></message>
    <message><source>已解释</source>
        <translation>Explained</translation></message>
    <message><source>已验收未结算、决算</source>
        <translation>Accepted without settlement or final accounts</translation></message>
    <message><source>市</source>
        <translation>City</translation></message>
    <message><source>年初预算</source>
        <translation>Initial budget</translation></message>
    <message><source>年度指标值</source>
        <translation>Annual target</translation></message>
    <message><source>年度终了后的支出</source>
        <translation>Spending after year end</translation></message>
    <message><source>年度资金总额</source>
        <translation>Total of the year</translation></message>
    <message><source>应付日期</source>
        <translation>Due on</translation></message>
    <message><source>应付金额</source>
        <translation>Amount due</translation></message>
    <message><source>建立项目</source>
        <translation>Set-up</translation></message>
    <message><source>建议</source>
        <translation>Recommendation</translation></message>
    <message><source>建议标题</source>
        <translation>Recommendation title</translation></message>
    <message><source>建议没有对应问题</source>
        <translation>Recommendation without finding</translation></message>
    <message><source>建设</source>
        <translation>Construction</translation></message>
    <message><source>开工</source>
        <translation>Start of works</translation></message>
    <message><source>引用了作废的行</source>
        <translation>Refers to a voided row</translation></message>
    <message><source>引用的行不存在</source>
        <translation>Refers to a missing row</translation></message>
    <message><source>录入</source>
        <translation>Entered</translation></message>
    <message><source>录音</source>
        <translation>Recording</translation></message>
    <message><source>影响</source>
        <translation>Effect</translation></message>
    <message><source>征求意见</source>
        <translation>Consultation</translation></message>
    <message><source>征求意见稿</source>
        <translation>Consultation draft</translation></message>
    <message><source>待写</source>
        <translation>To write</translation></message>
    <message><source>得分</source>
        <translation>Score</translation></message>
    <message><source>得分和等次</source>
        <translation>Score and grade</translation></message>
    <message><source>得分超过分值</source>
        <translation>Score exceeds weight</translation></message>
    <message><source>得满分</source>
        <translation>Full score</translation></message>
    <message><source>总分</source>
        <translation>Total</translation></message>
    <message><source>总分上限</source>
        <translation>Total at most</translation></message>
    <message><source>总分接近等次界限</source>
        <translation>Total is close to a grade bound</translation></message>
    <message><source>总指标</source>
        <translation>Quota</translation></message>
    <message><source>意见反馈</source>
        <translation>Opinion</translation></message>
    <message><source>成员</source>
        <translation>Member</translation></message>
    <message><source>成本指标</source>
        <translation>Cost indicator</translation></message>
    <message><source>截图</source>
        <translation>Screenshot</translation></message>
    <message><source>截止日期</source>
        <translation>Due on</translation></message>
    <message><source>所在字段</source>
        <translation>Field</translation></message>
    <message><source>所在行</source>
        <translation>Row</translation></message>
    <message><source>所在表</source>
        <translation>Table</translation></message>
    <message><source>手改的数字与数据不一致</source>
        <translation>Pinned figure differs from the data</translation></message>
    <message><source>扣分</source>
        <translation>Deduction</translation></message>
    <message><source>扣分单位</source>
        <translation>Deduction unit</translation></message>
    <message><source>扣分多于失分</source>
        <translation>Deductions exceed lost points</translation></message>
    <message><source>执行情况</source>
        <translation>Enforcement</translation></message>
    <message><source>折算后按分计的指标</source>
        <translation>Indicator converted to points</translation></message>
    <message><source>报告</source>
        <translation>Report</translation></message>
    <message><source>报告位置</source>
        <translation>Place in report</translation></message>
    <message><source>报告文号</source>
        <translation>Report no.</translation></message>
    <message><source>报告日期</source>
        <translation>Report date</translation></message>
    <message><source>报告标题</source>
        <translation>Report title</translation></message>
    <message><source>报告格式</source>
        <translation>Report form</translation></message>
    <message><source>报告版本</source>
        <translation>Report version</translation></message>
    <message><source>报告目录</source>
        <translation>Table of contents</translation></message>
    <message><source>报告章节</source>
        <translation>Chapter</translation></message>
    <message><source>报告里的字段有误</source>
        <translation>Wrong field in report</translation></message>
    <message><source>报告阶段</source>
        <translation>Report stage</translation></message>
    <message><source>招标</source>
        <translation>Tender</translation></message>
    <message><source>指标</source>
        <translation>Indicator</translation></message>
    <message><source>指标、解释和要点取自原文。分值、评分规则和参数为绩衡建议，原文没有规定。</source>
        <translation>Indicators, explanations and points are the original text. Weights, rules and parameters are proposals of Jiheng; the original does not prescribe them.</translation></message>
    <message><source>指标、解释和要点取自原文，个别文字凭记忆整理，已在指标解释中注明。分值、评分规则和参数为绩衡建议，原文没有规定。</source>
        <translation>Indicators, explanations and points are the original text; some words were put down from memory and are marked in the explanations. Weights, rules and parameters are proposals of Jiheng; the original does not prescribe them.</translation></message>
    <message><source>指标体系来源</source>
        <translation>Standard used</translation></message>
    <message><source>指标名称</source>
        <translation>Indicator name</translation></message>
    <message><source>指标文号</source>
        <translation>Document no.</translation></message>
    <message><source>指标无法计分</source>
        <translation>Indicator cannot be scored</translation></message>
    <message><source>指标未评</source>
        <translation>Indicator not scored</translation></message>
    <message><source>指标缺数据</source>
        <translation>Indicator lacks data</translation></message>
    <message><source>指标解释</source>
        <translation>Explanation</translation></message>
    <message><source>指标金额</source>
        <translation>Allocation amount</translation></message>
    <message><source>按2018年专项资金评价常用的项目决策、项目管理、项目效益三部分编写，部分文字参照财预〔2020〕10号。指标由绩衡选定；分值、评分规则和参数为绩衡建议，没有文件规定。</source>
        <translation>In the three parts usual in evaluations of special funds in 2018, decision, management and benefit; some words follow 财预〔2020〕10号. The indicators were chosen by Jiheng; weights, rules and parameters are its proposals, no document prescribes them.</translation></message>
    <message><source>按一步计</source>
        <translation>Count as a full step</translation></message>
    <message><source>按各要点所填，未填的平均</source>
        <translation>As entered; the rest shared equally</translation></message>
    <message><source>按未四舍五入的完成值评分</source>
        <translation>Score unrounded values</translation></message>
    <message><source>按比例</source>
        <translation>In proportion</translation></message>
    <message><source>提供人</source>
        <translation>Provider</translation></message>
    <message><source>提供单位</source>
        <translation>Provided by</translation></message>
    <message><source>提示</source>
        <translation>Hint</translation></message>
    <message><source>支付日期</source>
        <translation>Paid on</translation></message>
    <message><source>支出</source>
        <translation>Expense</translation></message>
    <message><source>支出内容</source>
        <translation>Expense</translation></message>
    <message><source>支出明细</source>
        <translation>Expense</translation></message>
    <message><source>支出超过总指标</source>
        <translation>Spending exceeds quota</translation></message>
    <message><source>收到日期</source>
        <translation>Received on</translation></message>
    <message><source>收款单位</source>
        <translation>Payee</translation></message>
    <message><source>收款方一致</source>
        <translation>Payee agrees</translation></message>
    <message><source>改写时的自动正文</source>
        <translation>Automatic text when edited</translation></message>
    <message><source>政策性调整</source>
        <translation>Policy-driven</translation></message>
    <message><source>效益指标</source>
        <translation>Benefit indicator</translation></message>
    <message><source>数</source>
        <translation>Number</translation></message>
    <message><source>数值</source>
        <translation>Value</translation></message>
    <message><source>数字</source>
        <translation>Figures</translation></message>
    <message><source>数据</source>
        <translation>Data</translation></message>
    <message><source>数据来源</source>
        <translation>Source</translation></message>
    <message><source>数据真实性</source>
        <translation>Data reliability</translation></message>
    <message><source>数据表</source>
        <translation>Data tables</translation></message>
    <message><source>数量</source>
        <translation>Quantity</translation></message>
    <message><source>数量乘标准与金额不符</source>
        <translation>Quantity × standard differs from amount</translation></message>
    <message><source>整改</source>
        <translation>Rectification</translation></message>
    <message><source>整改中</source>
        <translation>In progress</translation></message>
    <message><source>整改措施</source>
        <translation>Rectification</translation></message>
    <message><source>整改跟踪</source>
        <translation>Follow-up</translation></message>
    <message><source>整改逾期</source>
        <translation>Rectification overdue</translation></message>
    <message><source>文件</source>
        <translation>Document</translation></message>
    <message><source>文件名</source>
        <translation>File name</translation></message>
    <message><source>文号</source>
        <translation>Document no.</translation></message>
    <message><source>文号年份括号不规范</source>
        <translation>Irregular brackets in document no.</translation></message>
    <message><source>文字</source>
        <translation>Words</translation></message>
    <message><source>方向</source>
        <translation>Direction</translation></message>
    <message><source>无</source>
        <translation>None</translation></message>
    <message><source>无法整改</source>
        <translation>Cannot be rectified</translation></message>
    <message><source>无法考核</source>
        <translation>Not assessable</translation></message>
    <message><source>无法考核的指标</source>
        <translation>Indicators not assessable</translation></message>
    <message><source>无法考核的要点</source>
        <translation>Points not assessable</translation></message>
    <message><source>日期</source>
        <translation>Date</translation></message>
    <message><source>日期先后颠倒</source>
        <translation>Dates in wrong order</translation></message>
    <message><source>日期晚于报告日期</source>
        <translation>Date after report date</translation></message>
    <message><source>明细合计</source>
        <translation>Items total</translation></message>
    <message><source>明细金额</source>
        <translation>Item amount</translation></message>
    <message><source>是</source>
        <translation>Yes</translation></message>
    <message><source>是否</source>
        <translation>Yes or no</translation></message>
    <message><source>是否改写</source>
        <translation>Edited</translation></message>
    <message><source>更新这些行</source>
        <translation>Update these rows</translation></message>
    <message><source>最少专家数</source>
        <translation>Fewest experts</translation></message>
    <message><source>月份</source>
        <translation>Month</translation></message>
    <message><source>有效数</source>
        <translation>Valid</translation></message>
    <message><source>服务内容</source>
        <translation>Item</translation></message>
    <message><source>服务单位</source>
        <translation>Vendor</translation></message>
    <message><source>服务开始</source>
        <translation>Service from</translation></message>
    <message><source>服务开始早于合同签订</source>
        <translation>Service began before signing</translation></message>
    <message><source>服务结束</source>
        <translation>Service to</translation></message>
    <message><source>服务结束很久才验收</source>
        <translation>Accepted long after service ended</translation></message>
    <message><source>服务考核</source>
        <translation>Service review</translation></message>
    <message><source>期限</source>
        <translation>Due on</translation></message>
    <message><source>未付</source>
        <translation>Unpaid</translation></message>
    <message><source>未付合同款大于结余</source>
        <translation>Unpaid contracts exceed balance</translation></message>
    <message><source>未分类</source>
        <translation>Unsorted</translation></message>
    <message><source>未到期</source>
        <translation>Not due</translation></message>
    <message><source>未制定</source>
        <translation>Missing</translation></message>
    <message><source>未履行采购程序</source>
        <translation>No procurement procedure</translation></message>
    <message><source>未开展</source>
        <translation>Not started</translation></message>
    <message><source>未提供</source>
        <translation>Not received</translation></message>
    <message><source>未整改</source>
        <translation>Open</translation></message>
    <message><source>未知</source>
        <translation>unknown</translation></message>
    <message><source>未评分值</source>
        <translation>Points not scored</translation></message>
    <message><source>未达成</source>
        <translation>Not attained</translation></message>
    <message><source>末级指标填写；上级为下级之和；要点填占比</source>
        <translation>Enter for lowest indicators; a parent's is the sum below it; for criterion points enter the share</translation></message>
    <message><source>本年已付</source>
        <translation>Paid this year</translation></message>
    <message><source>权重分的百分数</source>
        <translation>Percent of weight</translation></message>
    <message><source>条件</source>
        <translation>Condition</translation></message>
    <message><source>条件成就日期</source>
        <translation>Met on</translation></message>
    <message><source>来源</source>
        <translation>Source</translation></message>
    <message><source>标准</source>
        <translation>Standard</translation></message>
    <message><source>标准值</source>
        <translation>Target</translation></message>
    <message><source>标题</source>
        <translation>Title</translation></message>
    <message><source>校核结论</source>
        <translation>Verdict</translation></message>
    <message><source>校核项</source>
        <translation>Check</translation></message>
    <message><source>校验值</source>
        <translation>Checksum</translation></message>
    <message><source>核查人</source>
        <translation>Checker</translation></message>
    <message><source>核查人员</source>
        <translation>Checkers</translation></message>
    <message><source>核查内容</source>
        <translation>Checked</translation></message>
    <message><source>核查结果</source>
        <translation>Result</translation></message>
    <message><source>核查金额</source>
        <translation>Inspected amount</translation></message>
    <message><source>框架协议</source>
        <translation>Framework agreement</translation></message>
    <message><source>档内比例</source>
        <translation>Share in grade</translation></message>
    <message><source>档案管理</source>
        <translation>Records</translation></message>
    <message><source>正常</source>
        <translation>Normal</translation></message>
    <message><source>正文</source>
        <translation>Text</translation></message>
    <message><source>段</source>
        <translation>Passage</translation></message>
    <message><source>每偏差</source>
        <translation>Per deviation of</translation></message>
    <message><source>每处扣分</source>
        <translation>Points off per fault</translation></message>
    <message><source>每期扣分</source>
        <translation>Points off per period</translation></message>
    <message><source>比例</source>
        <translation>Share</translation></message>
    <message><source>比率</source>
        <translation>Rate</translation></message>
    <message><source>比较满意</source>
        <translation>Fairly satisfied</translation></message>
    <message><source>汇总成稿</source>
        <translation>Drafting</translation></message>
    <message><source>没有关联佐证</source>
        <translation>No evidence linked</translation></message>
    <message><source>没有资金指标</source>
        <translation>No allocations</translation></message>
    <message><source>涉及金额</source>
        <translation>Amount</translation></message>
    <message><source>满分</source>
        <translation>Full score</translation></message>
    <message><source>满分点</source>
        <translation>Full-score point</translation></message>
    <message><source>满意度</source>
        <translation>Satisfaction</translation></message>
    <message><source>满意度得分没有调查</source>
        <translation>Satisfaction scored without survey</translation></message>
    <message><source>满意度指标</source>
        <translation>Satisfaction indicator</translation></message>
    <message><source>满意度调查</source>
        <translation>Survey</translation></message>
    <message><source>照片</source>
        <translation>Photo</translation></message>
    <message><source>状态</source>
        <translation>State</translation></message>
    <message><source>现在的报告</source>
        <translation>The report as it is now</translation></message>
    <message><source>现场核查</source>
        <translation>Visit</translation></message>
    <message><source>现场核查金额</source>
        <translation>Inspected amount</translation></message>
    <message><source>理由</source>
        <translation>Reason</translation></message>
    <message><source>用途</source>
        <translation>Purpose</translation></message>
    <message><source>用途相符</source>
        <translation>Purpose agrees</translation></message>
    <message><source>申报合同总额</source>
        <translation>Declared contracts</translation></message>
    <message><source>申报合同金额</source>
        <translation>Declared amount</translation></message>
    <message><source>申报合计与付款不符</source>
        <translation>Declared total differs from payments</translation></message>
    <message><source>申报已支付</source>
        <translation>Declared paid</translation></message>
    <message><source>申报已支付没有明细</source>
        <translation>Declared payments without details</translation></message>
    <message><source>申报总指标</source>
        <translation>Declared quota</translation></message>
    <message><source>申报执行率</source>
        <translation>Declared rate</translation></message>
    <message><source>申报数与明细、付款不符</source>
        <translation>Declared figure differs from details</translation></message>
    <message><source>申报本年支付</source>
        <translation>Declared paid this year</translation></message>
    <message><source>申报结余</source>
        <translation>Declared balance</translation></message>
    <message><source>电话</source>
        <translation>Phone</translation></message>
    <message><source>疑似代签</source>
        <translation>Signed by proxy?</translation></message>
    <message><source>疑似代签人数</source>
        <translation>Doubtful signatures</translation></message>
    <message><source>疑点</source>
        <translation>Doubt</translation></message>
    <message><source>百万元</source>
        <translation>1m yuan</translation></message>
    <message><source>百分点</source>
        <translation>Percentage points</translation></message>
    <message><source>目标未完成未说明</source>
        <translation>Missed target not explained</translation></message>
    <message><source>目标管理</source>
        <translation>Targets</translation></message>
    <message><source>直接评分</source>
        <translation>Direct score</translation></message>
    <message><source>省</source>
        <translation>Province</translation></message>
    <message><source>确认问题</source>
        <translation>Confirmed</translation></message>
    <message><source>票据合规</source>
        <translation>Invoice in order</translation></message>
    <message><source>空着按项目设置</source>
        <translation>Empty: as in the project settings</translation></message>
    <message><source>空着用指标的标准值</source>
        <translation>Empty: the indicator's target</translation></message>
    <message><source>空着表示全部到位</source>
        <translation>Empty: all received</translation></message>
    <message><source>空着表示合同的资金项目</source>
        <translation>Empty: the contract's fund</translation></message>
    <message><source>空着表示已支付的全部</source>
        <translation>Empty: all that was paid</translation></message>
    <message><source>空着表示没有上限</source>
        <translation>Empty: no upper bound</translation></message>
    <message><source>空着表示没有下限</source>
        <translation>Empty: no lower bound</translation></message>
    <message><source>空着表示由程序计算</source>
        <translation>Empty: computed</translation></message>
    <message><source>空着表示预算年度内</source>
        <translation>Empty: within the budget year</translation></message>
    <message><source>立项</source>
        <translation>Approval</translation></message>
    <message><source>立项及建设内容</source>
        <translation>Content</translation></message>
    <message><source>竞争性磋商</source>
        <translation>Competitive consultation</translation></message>
    <message><source>竞争性谈判</source>
        <translation>Competitive negotiation</translation></message>
    <message><source>章节</source>
        <translation>Chapter</translation></message>
    <message><source>竣工决算</source>
        <translation>Final accounts</translation></message>
    <message><source>竣工验收</source>
        <translation>Final acceptance</translation></message>
    <message><source>符号</source>
        <translation>Operator</translation></message>
    <message><source>符合</source>
        <translation>Met</translation></message>
    <message><source>等次</source>
        <translation>Grade</translation></message>
    <message><source>等次界限（含下限）</source>
        <translation>Grade bounds (lower inclusive)</translation></message>
    <message><source>签到名单有缺漏</source>
        <translation>Gaps in sign-in list</translation></message>
    <message><source>签订合同</source>
        <translation>Contract signed</translation></message>
    <message><source>签订日期</source>
        <translation>Signed on</translation></message>
    <message><source>简称</source>
        <translation>Short name</translation></message>
    <message><source>类别</source>
        <translation>Category</translation></message>
    <message><source>类型</source>
        <translation>Kind</translation></message>
    <message><source>索取日期</source>
        <translation>Requested on</translation></message>
    <message><source>索引号</source>
        <translation>Index no.</translation></message>
    <message><source>约定数量</source>
        <translation>Planned quantity</translation></message>
    <message><source>线性（及格线）</source>
        <translation>Linear (pass mark)</translation></message>
    <message><source>组长</source>
        <translation>Team leader</translation></message>
    <message><source>终稿</source>
        <translation>Final version</translation></message>
    <message><source>经济分类</source>
        <translation>Economic class</translation></message>
    <message><source>经费</source>
        <translation>Operating funds</translation></message>
    <message><source>结余</source>
        <translation>Balance</translation></message>
    <message><source>结余结转率</source>
        <translation>Carry-over rate</translation></message>
    <message><source>结余结转率分母</source>
        <translation>Carry-over rate base</translation></message>
    <message><source>结余结转率标准值（%）</source>
        <translation>Carry-over rate standard (%)</translation></message>
    <message><source>结余结转率超过标准值</source>
        <translation>Carry-over rate above standard</translation></message>
    <message><source>结余集中在一个项目</source>
        <translation>Balance concentrated in one fund</translation></message>
    <message><source>结算、决算未开展且无验收日期</source>
        <translation>No settlement, final accounts or acceptance date</translation></message>
    <message><source>结算评审</source>
        <translation>Settlement</translation></message>
    <message><source>结论</source>
        <translation>Result</translation></message>
    <message><source>统一社会信用代码</source>
        <translation>Credit code</translation></message>
    <message><source>绩效目标</source>
        <translation>Objective</translation></message>
    <message><source>绩效目标不可衡量或写成完成时</source>
        <translation>Objective not measurable or written as done</translation></message>
    <message><source>绩效自评报告</source>
        <translation>Self-evaluation report</translation></message>
    <message><source>绩效自评表</source>
        <translation>Form</translation></message>
    <message><source>续签</source>
        <translation>Renewal</translation></message>
    <message><source>续签与原合同服务期不衔接</source>
        <translation>Gap between contract and renewal</translation></message>
    <message><source>续签未见竞争性采购程序</source>
        <translation>Renewal without competition</translation></message>
    <message><source>续签比例界限（%）</source>
        <translation>Renewal limit (%)</translation></message>
    <message><source>续签自</source>
        <translation>Renewal of</translation></message>
    <message><source>续签额按月折算</source>
        <translation>Renewal prorated by month</translation></message>
    <message><source>编号</source>
        <translation>Code</translation></message>
    <message><source>编号或名称重复</source>
        <translation>Duplicate code or name</translation></message>
    <message><source>缺失内容</source>
        <translation>Missing parts</translation></message>
    <message><source>缺失要素</source>
        <translation>Missing elements</translation></message>
    <message><source>缺必填项</source>
        <translation>Required field is empty</translation></message>
    <message><source>缺项目信息</source>
        <translation>Project information missing</translation></message>
    <message><source>考核项目</source>
        <translation>Review item</translation></message>
    <message><source>自筹</source>
        <translation>Own funds</translation></message>
    <message><source>自评</source>
        <translation>Self-evaluation</translation></message>
    <message><source>良</source>
        <translation>Good</translation></message>
    <message><source>节点</source>
        <translation>Step</translation></message>
    <message><source>草拟</source>
        <translation>Draft</translation></message>
    <message><source>补助</source>
        <translation>Subsidy</translation></message>
    <message><source>表</source>
        <translation>Table</translation></message>
    <message><source>表格</source>
        <translation>Table</translation></message>
    <message><source>表格的行</source>
        <translation>Rows of tables</translation></message>
    <message><source>被查单位确认人</source>
        <translation>Confirmed by</translation></message>
    <message><source>被评价单位</source>
        <translation>Evaluated unit</translation></message>
    <message><source>被评价单位简称</source>
        <translation>Unit short name</translation></message>
    <message><source>要点</source>
        <translation>Points</translation></message>
    <message><source>要点符合情况</source>
        <translation>Fulfilment</translation></message>
    <message><source>要素不完整</source>
        <translation>Incomplete</translation></message>
    <message><source>规则参数</source>
        <translation>Rule parameters</translation></message>
    <message><source>视为偏离时扣的分</source>
        <translation>Points off when deviating</translation></message>
    <message><source>角色</source>
        <translation>Role</translation></message>
    <message><source>计划人数</source>
        <translation>Planned count</translation></message>
    <message><source>计划日期</source>
        <translation>Planned date</translation></message>
    <message><source>计划验收日期</source>
        <translation>Planned acceptance</translation></message>
    <message><source>计划验收早于合同签订</source>
        <translation>Planned acceptance before signing</translation></message>
    <message><source>计数扣分</source>
        <translation>Per fault</translation></message>
    <message><source>计算公式</source>
        <translation>Formula</translation></message>
    <message><source>计量单位</source>
        <translation>Unit</translation></message>
    <message><source>计量方式</source>
        <translation>Measure</translation></message>
    <message><source>记为申报合同金额</source>
        <translation>Keep as declared amount</translation></message>
    <message><source>记为申报数</source>
        <translation>Keep as declared</translation></message>
    <message><source>设置项</source>
        <translation>Setting</translation></message>
    <message><source>访谈</source>
        <translation>Interview</translation></message>
    <message><source>评价人员</source>
        <translation>Person</translation></message>
    <message><source>评价依据</source>
        <translation>Basis</translation></message>
    <message><source>评价开始日期</source>
        <translation>Evaluation from</translation></message>
    <message><source>评价意见</source>
        <translation>Comment</translation></message>
    <message><source>评价机构</source>
        <translation>Evaluator</translation></message>
    <message><source>评价程序</source>
        <translation>Procedures</translation></message>
    <message><source>评价类型</source>
        <translation>Evaluation kind</translation></message>
    <message><source>评价组织单位</source>
        <translation>Commissioner</translation></message>
    <message><source>评价结束日期</source>
        <translation>Evaluation to</translation></message>
    <message><source>评分人</source>
        <translation>Scorer</translation></message>
    <message><source>评分标准</source>
        <translation>Criteria</translation></message>
    <message><source>评分规则</source>
        <translation>Rule</translation></message>
    <message><source>试运行</source>
        <translation>Trial run</translation></message>
    <message><source>询价</source>
        <translation>Request for quotation</translation></message>
    <message><source>误报</source>
        <translation>False alarm</translation></message>
    <message><source>说明</source>
        <translation>Description</translation></message>
    <message><source>读入</source>
        <translation>Read</translation></message>
    <message><source>调整得分</source>
        <translation>Adjusted score</translation></message>
    <message><source>调整得分未写理由</source>
        <translation>Adjusted score without reason</translation></message>
    <message><source>调整理由</source>
        <translation>Reason for adjusting</translation></message>
    <message><source>调查对象</source>
        <translation>Audience</translation></message>
    <message><source>财务管理</source>
        <translation>Finance</translation></message>
    <message><source>财预〔2020〕10号报告提纲</source>
        <translation>Outline of 财预〔2020〕10号</translation></message>
    <message><source>责任人</source>
        <translation>Responsible</translation></message>
    <message><source>责任单位</source>
        <translation>Responsible unit</translation></message>
    <message><source>资产管理</source>
        <translation>Assets</translation></message>
    <message><source>资料</source>
        <translation>Papers</translation></message>
    <message><source>资料名称</source>
        <translation>Paper</translation></message>
    <message><source>资料已提供数</source>
        <translation>Papers provided</translation></message>
    <message><source>资料应提供数</source>
        <translation>Papers due</translation></message>
    <message><source>资料未齐</source>
        <translation>Papers incomplete</translation></message>
    <message><source>资料清单</source>
        <translation>Request</translation></message>
    <message><source>资金指标</source>
        <translation>Allocation</translation></message>
    <message><source>资金来源</source>
        <translation>Source</translation></message>
    <message><source>资金管理</source>
        <translation>Fund management</translation></message>
    <message><source>资金类型</source>
        <translation>Allocation kind</translation></message>
    <message><source>资金项目</source>
        <translation>Fund</translation></message>
    <message><source>资金项目、指标文</source>
        <translation>Funds, allocations</translation></message>
    <message><source>起计比例</source>
        <translation>Counts from ratio</translation></message>
    <message><source>超过标准扣分</source>
        <translation>Above standard</translation></message>
    <message><source>超额扣分</source>
        <translation>Points off for excess</translation></message>
    <message><source>超额界限</source>
        <translation>Excess limit</translation></message>
    <message><source>越大越好</source>
        <translation>Higher is better</translation></message>
    <message><source>越小越好</source>
        <translation>Lower is better</translation></message>
    <message><source>较大</source>
        <translation>Considerable</translation></message>
    <message><source>达到它不得分；空着表示扣完为止</source>
        <translation>No points from here; empty: until none are left</translation></message>
    <message><source>达到它得满分</source>
        <translation>Full score from here</translation></message>
    <message><source>达成</source>
        <translation>Attained</translation></message>
    <message><source>运维</source>
        <translation>Maintenance</translation></message>
    <message><source>进点准备</source>
        <translation>Preparation</translation></message>
    <message><source>进行中</source>
        <translation>In progress</translation></message>
    <message><source>送审稿</source>
        <translation>Review draft</translation></message>
    <message><source>选项权重</source>
        <translation>Answer weights</translation></message>
    <message><source>逐期上升</source>
        <translation>Rising</translation></message>
    <message><source>逐期下降</source>
        <translation>Falling</translation></message>
    <message><source>逐期变化</source>
        <translation>Trend</translation></message>
    <message><source>逾期里程碑数</source>
        <translation>Overdue milestones</translation></message>
    <message><source>邀请招标</source>
        <translation>Invited tender</translation></message>
    <message><source>部分提供</source>
        <translation>Partly received</translation></message>
    <message><source>部分符合</source>
        <translation>Partly met</translation></message>
    <message><source>部分符合比例</source>
        <translation>Share if partly met</translation></message>
    <message><source>部分达成</source>
        <translation>Partly attained</translation></message>
    <message><source>部分采纳</source>
        <translation>Partly accepted</translation></message>
    <message><source>部门整体支出</source>
        <translation>Whole department</translation></message>
    <message><source>采纳</source>
        <translation>Accepted</translation></message>
    <message><source>采纳情况</source>
        <translation>Decision</translation></message>
    <message><source>采购</source>
        <translation>Procurement</translation></message>
    <message><source>采购方式</source>
        <translation>Procurement</translation></message>
    <message><source>采购管理</source>
        <translation>Procurement</translation></message>
    <message><source>里程碑</source>
        <translation>Milestone</translation></message>
    <message><source>里程碑逾期天数</source>
        <translation>Days overdue</translation></message>
    <message><source>重大</source>
        <translation>Major</translation></message>
    <message><source>金额</source>
        <translation>Amount</translation></message>
    <message><source>金额单位</source>
        <translation>Money unit</translation></message>
    <message><source>错误</source>
        <translation>Error</translation></message>
    <message><source>问卷</source>
        <translation>Survey</translation></message>
    <message><source>问卷题目</source>
        <translation>Survey question</translation></message>
    <message><source>问题</source>
        <translation>Finding</translation></message>
    <message><source>问题建议</source>
        <translation>Recommendation of finding</translation></message>
    <message><source>问题标识</source>
        <translation>Fingerprint</translation></message>
    <message><source>问题标题</source>
        <translation>Finding title</translation></message>
    <message><source>问题没有对应建议</source>
        <translation>Finding without recommendation</translation></message>
    <message><source>问题没有扣分</source>
        <translation>Finding without deduction</translation></message>
    <message><source>附件</source>
        <translation>Attachment</translation></message>
    <message><source>零分点</source>
        <translation>Zero-score point</translation></message>
    <message><source>零星采购</source>
        <translation>Petty purchase</translation></message>
    <message><source>非常满意</source>
        <translation>Very satisfied</translation></message>
    <message><source>页码</source>
        <translation>Page</translation></message>
    <message><source>项目</source>
        <translation>Project</translation></message>
    <message><source>项目分组</source>
        <translation>Contract group</translation></message>
    <message><source>项目名称</source>
        <translation>Fund name</translation></message>
    <message><source>项目实施</source>
        <translation>Implementation</translation></message>
    <message><source>项目支出</source>
        <translation>Project spending</translation></message>
    <message><source>项目管理</source>
        <translation>Project management</translation></message>
    <message><source>项目类别</source>
        <translation>Category</translation></message>
    <message><source>项目节点先后颠倒</source>
        <translation>Milestones in wrong order</translation></message>
    <message><source>项目设置</source>
        <translation>Project setting</translation></message>
    <message><source>顺序</source>
        <translation>Order</translation></message>
    <message><source>预算年度</source>
        <translation>Budget year</translation></message>
    <message><source>预算年度未填，不知道哪些付款属于本年</source>
        <translation>The budget year is empty, so this year's payments are not known</translation></message>
    <message><source>预算执行</source>
        <translation>Budget execution</translation></message>
    <message><source>预算执行率</source>
        <translation>Execution rate</translation></message>
    <message><source>预算执行率低于标准值</source>
        <translation>Execution rate below standard</translation></message>
    <message><source>预算执行率分母</source>
        <translation>Execution rate base</translation></message>
    <message><source>预算执行率标准值（%）</source>
        <translation>Execution rate standard (%)</translation></message>
    <message><source>预算指标无法计算</source>
        <translation>Budget rate cannot be computed</translation></message>
    <message><source>预算调减</source>
        <translation>Reduction</translation></message>
    <message><source>预算调减填负数</source>
        <translation>Enter a reduction as a negative amount</translation></message>
    <message><source>预算调减应为负数</source>
        <translation>Reduction should be negative</translation></message>
    <message><source>预算调整率</source>
        <translation>Adjustment rate</translation></message>
    <message><source>预算调整率口径</source>
        <translation>Adjustments counted</translation></message>
    <message><source>预算调整率标准值（%）</source>
        <translation>Adjustment rate standard (%)</translation></message>
    <message><source>预算调整率超过标准值</source>
        <translation>Adjustment rate above standard</translation></message>
    <message><source>预算调整率（剔除政策性）</source>
        <translation>Adjustment rate (without policy)</translation></message>
    <message><source>预算追加</source>
        <translation>Addition</translation></message>
    <message><source>题目</source>
        <translation>Question</translation></message>
    <message><source>验收决算</source>
        <translation>Acceptance and accounts</translation></message>
    <message><source>验收日期</source>
        <translation>Accepted on</translation></message>
    <message><source>验收晚于计划</source>
        <translation>Accepted later than planned</translation></message>
</context>
<context>
    <name>ScoreBar</name>
    <message><source>假设总分 {0}，现为 {1}</source>
        <translation>What-if total {0}, now {1}</translation></message>
    <message><source>分</source>
        <translation>points</translation></message>
    <message><source>已评</source>
        <translation>Scored</translation></message>
    <message><source>已评 {0} 分，满分 {1} 分</source>
        <translation>{0} of {1} points so far</translation></message>
    <message><source>总分 {0}</source>
        <translation>Total {0}</translation></message>
    <message><source>总分尚不能计算</source>
        <translation>No total yet</translation></message>
    <message><source>提示 {0} 个</source>
        <translation>{0} hints</translation></message>
    <message><source>未评</source>
        <translation>Not scored</translation></message>
    <message><source>未评 {0} 项，共 {1} 分</source>
        <translation>{0} not scored, {1} points</translation></message>
    <message><source>没有未评的指标</source>
        <translation>Everything is scored</translation></message>
    <message><source>疑点 {0} 个</source>
        <translation>{0} doubts</translation></message>
    <message><source>等次 {0}</source>
        <translation>grade {0}</translation></message>
    <message><source>距{0} {1} 分</source>
        <translation>{1} to {0}</translation></message>
    <message><source>距“{0}”</source>
        <translation>To "{0}"</translation></message>
    <message><source>错误 {0} 个</source>
        <translation>{0} errors</translation></message>
    <message><source>项</source>
        <translation>items</translation></message>
</context>
<context>
    <name>SelfEvaluation</name>
    <message><source>{0}。</source>
        <translation>{0}.</translation></message>
    <message><source>三级指标</source>
        <translation>Level-3 indicator</translation></message>
    <message><source>为什么是这个分</source>
        <translation>Why this score</translation></message>
    <message><source>分值 10</source>
        <translation>Weight 10</translation></message>
    <message><source>实际完成值</source>
        <translation>Actual value</translation></message>
    <message><source>导出…</source>
        <translation>Export…</translation></message>
    <message><source>导出这一份；全部资金项目的在“项目”菜单里</source>
        <translation>Export this one; those of all funds are in the Project menu</translation></message>
    <message><source>年度总体目标</source>
        <translation>Overall objective of the year</translation></message>
    <message><source>年度指标值</source>
        <translation>Annual target</translation></message>
    <message><source>得分</source>
        <translation>Score</translation></message>
    <message><source>总分</source>
        <translation>Total</translation></message>
    <message><source>绩效指标</source>
        <translation>Performance indicators</translation></message>
    <message><source>绩效自评表</source>
        <translation>Form</translation></message>
    <message><source>项目资金</source>
        <translation>Project funds</translation></message>
    <message><source>，未评 {0}</source>
        <translation>, open {0}</translation></message>
</context>
<context>
    <name>SensitivityPanel</name>
    <message><source>“{0}”已是最低等次</source>
        <translation>"{0}" is the lowest grade</translation></message>
    <message><source>“{0}”已是最高等次</source>
        <translation>"{0}" is the highest grade</translation></message>
    <message><source>升到“{0}”：还差 {1} 分</source>
        <translation>Up to "{0}": {1} points missing</translation></message>
    <message><source>单独即可</source>
        <translation>Alone enough</translation></message>
    <message><source>可减</source>
        <translation>Can lose</translation></message>
    <message><source>可加</source>
        <translation>Can gain</translation></message>
    <message><source>哪些人工评定会改变等次</source>
        <translation>Which judgements would change the grade</translation></message>
    <message><source>收起</source>
        <translation>Fold</translation></message>
    <message><source>敏感性</source>
        <translation>Sensitivity</translation></message>
    <message><source>有 {0} 项单独改变就够</source>
        <translation>{0} would do it alone</translation></message>
    <message><source>至少 {0} 项一起改变才够，如 </source>
        <translation>At least {0} together, such as </translation></message>
    <message><source>降到“{0}”：再失 {1} 分</source>
        <translation>Down to "{0}": {1} points to lose</translation></message>
    <message><source>；这样的组合不少于 {0} 种</source>
        <translation>; at least {0} such combinations</translation></message>
    <message><source>；这样的组合有 {0} 种</source>
        <translation>; {0} such combinations</translation></message>
</context>
<context>
    <name>Sentences</name>
    <message><source> {0} 到 {1} 的{2}</source>
        <translation>{2} from {0} to {1}</translation></message>
    <message><source> {0} 年</source>
        <translation> {0}</translation></message>
    <message><source> ＋ </source>
        <translation> + </translation></message>
    <message><source>"{0}"（{1}）</source>
        <translation>“{1}” ({0})</translation></message>
    <message><source>100%—80%（含）</source>
        <translation>100%–80% (inclusive)</translation></message>
    <message><source>80%—60%（含）</source>
        <translation>80%–60% (inclusive)</translation></message>
    <message><source>{0} = {1}：</source>
        <translation>{0} = {1}: </translation></message>
    <message><source>{0} {1} → {2}，{3} 处</source>
        <translation>{0} {1} → {2} (places: {3})</translation></message>
    <message><source>{0} {1} 与明细合计 {2} 不符，差 {3}</source>
        <translation>{0} {1} differs from the sum of the items {2} by {3}</translation></message>
    <message><source>{0} {1} 条</source>
        <translation>{0} {1}</translation></message>
    <message><source>{0} {1} 条中 {2} 条</source>
        <translation>{0}: {2} of {1}</translation></message>
    <message><source>{0} {1} 笔</source>
        <translation>{0} {1}</translation></message>
    <message><source>{0} {1} 笔合计</source>
        <translation>{0}, sum of {1}</translation></message>
    <message><source>{0} {1} 行</source>
        <translation>{0}, {1} rows</translation></message>
    <message><source>{0} {1}万元与明细合计 {2}万元不符，差 {3}万元</source>
        <translation>{0} {1} differs from the sum of the items {2} by {3} (10k yuan)</translation></message>
    <message><source>{0} {1}指标值 {2}，得满分 {3}</source>
        <translation>{0} {1} the target {2}, full score {3}</translation></message>
    <message><source>{0} {1}，{2} {3}，差 {4}{5}。请核对申报数和明细</source>
        <translation>{0} {1}; {2} {3}; difference {4}{5}. Check the declared figure and the details</translation></message>
    <message><source>{0} {1}，低于标准值 {2} 个百分点（标准值 {3}）。{0} ＝ {4}。请查明原因</source>
        <translation>{0} {1} is {2} percentage points below the standard of {3}. {0} = {4}. Find out why</translation></message>
    <message><source>{0} {1}，比 100 {2}：{3}</source>
        <translation>{0} {1}, {2} than 100: {3}</translation></message>
    <message><source>{0} {1}，计划 {2}，{3}。请查明原因</source>
        <translation>{0} on {1}, planned for {2}: {3}. Find out why</translation></message>
    <message><source>{0} {1}，超过标准值 {2} 个百分点（标准值 {3}）。{0} ＝ {4}。请查明原因</source>
        <translation>{0} {1} is {2} percentage points above the standard of {3}. {0} = {4}. Find out why</translation></message>
    <message><source>{0} ×（{1}）</source>
        <translation>{0} × ({1})</translation></message>
    <message><source>{0} 不低于零分点 {1}，得 0 分</source>
        <translation>{0} is no lower than the zero-score point {1}, score 0</translation></message>
    <message><source>{0} 不在任何一档内</source>
        <translation>{0} lie(s) in no band</translation></message>
    <message><source>{0} 不超过标准值 {1}，得满分 {2}</source>
        <translation>{0} does not exceed the target {1}, full score {2}</translation></message>
    <message><source>{0} 不高于零分点 {1}，得 0 分</source>
        <translation>{0} is no higher than the zero-score point {1}, score 0</translation></message>
    <message><source>{0} 个指标值是文字，按“定性”读入，文字写在指标名称后的括号里</source>
        <translation>{0} targets are words: read as “qualitative”, the words put in brackets behind the name</translation></message>
    <message><source>{0} 个末级指标没有填分值</source>
        <translation>{0} lowest indicators have no weight</translation></message>
    <message><source>{0} 人没有电话（占 {1}）</source>
        <translation>{0} people without a telephone number ({1})</translation></message>
    <message><source>{0} 人疑似代签（占 {1}）</source>
        <translation>{0} people apparently signed in by somebody else ({1})</translation></message>
    <message><source>{0} 份合同在表中没有名称，按项目分组和备注拟为{1}，导入后可改</source>
        <translation>{0} contracts have no name in the table and are named {1} by group and remark; they can be renamed after import</translation></message>
    <message><source>{0} 份合同的付款分写在几行，按合同合计为一笔</source>
        <translation>The payments of {0} contracts are written in several rows and are taken as one by contract</translation></message>
    <message><source>{0} 位专家</source>
        <translation>{0} experts</translation></message>
    <message><source>{0} 位专家评分平均</source>
        <translation>Mean of {0} expert scores</translation></message>
    <message><source>{0} 位专家，{1}；{2}（{3}）÷ {4}</source>
        <translation>{0} experts, {1}; {2}({3}) ÷ {4}</translation></message>
    <message><source>{0} 到 {1} 之间的值</source>
        <translation>Values between {0} and {1}</translation></message>
    <message><source>{0} 后面要写“.”和名称{1}</source>
        <translation>{0} needs a “.” and a name after it{1}</translation></message>
    <message><source>{0} 在“{1}”一档</source>
        <translation>{0} is in the band “{1}”</translation></message>
    <message><source>{0} 天</source>
        <translation>{0} day(s)</translation></message>
    <message><source>{0} 年</source>
        <translation>{0}</translation></message>
    <message><source>{0} 年 {1} 号有 {2} 种字头：{3}。请核对是不是同一份文件</source>
        <translation>No. {1} of {0} appears with {2} prefixes: {3}. Check whether they are one document</translation></message>
    <message><source>{0} 或 {1}</source>
        <translation>{0} or {1}</translation></message>
    <message><source>{0} 手改为“{1}”，按现在的数据应为“{2}”。请核对，或恢复为自动数字</source>
        <translation>{0} was changed by hand to “{1}”; by the present data it should be “{2}”. Check it, or let the figure follow the data again</translation></message>
    <message><source>{0} 有误：{1}。请改正，或改写成文字</source>
        <translation>{0} is wrong: {1}. Correct it, or write it as plain words</translation></message>
    <message><source>{0} 未{1}标准 {2}，得满分 {3}</source>
        <translation>{0} is not {1} the standard {2}, full score {3}</translation></message>
    <message><source>{0} 等</source>
        <translation>{0} and others</translation></message>
    <message><source>{0} 行与上一行同一项目、同一单位，没有付款和备注，按{1}读入</source>
        <translation>{0} rows repeat the project and vendor of the row above, without payment or remark; taken as “{1}”</translation></message>
    <message><source>{0} 行分组标题不导入：{1}</source>
        <translation>{0} heading rows are not imported: {1}</translation></message>
    <message><source>{0} 行在文件中是隐藏的（第 {1} 行），{2}</source>
        <translation>{0} rows are hidden in the file (row {1}), {2}</translation></message>
    <message><source>{0} 行小计、合计与明细相符，不作为一行导入</source>
        <translation>{0} rows of subtotals and totals agree with the items and are not imported as rows</translation></message>
    <message><source>{0} 行没有合同名称而有合同金额，加到上面的合同里</source>
        <translation>{0} rows have a contract amount but no contract name; it is added to the contract above</translation></message>
    <message><source>{0} 行表下说明不导入：{1}</source>
        <translation>{0} note rows are not imported: {1}</translation></message>
    <message><source>{0} 行重复写着同一合同的金额，合同金额只计一次</source>
        <translation>{0} rows repeat the amount of their contract; it is counted once</translation></message>
    <message><source>{0} 起得满分，只能是另一边扣分</source>
        <translation>full score from {0} on, so it can only deduct on the other side</translation></message>
    <message><source>{0} 达到标准值 {1}，得满分 {2}</source>
        <translation>{0} reaches the target {1}, full score {2}</translation></message>
    <message><source>{0} 达到满分点 {1}，得满分 {2}</source>
        <translation>{0} reaches the full-score point {1}, full score {2}</translation></message>
    <message><source>{0} 项金额为 0.00，照样导入</source>
        <translation>{0} amounts are 0.00 and are imported as they are</translation></message>
    <message><source>{0}["{1}"] 后面要写用它的哪一项，如 .{2}</source>
        <translation>{0}["{1}"] needs one of its figures after it, as .{2}</translation></message>
    <message><source>{0}{1} {2}，早于{3} {4}，{5}。请核对两个日期</source>
        <translation>{0}: {1} on {2} is before {3} on {4}, {5}. Check both dates</translation></message>
    <message><source>{0}{1} 支付 {3}，在 {4} 年度终了之后，没有计入已支付。请核对日期，或说明列支年度</source>
        <translation>{0}: {3} paid on {1}, after the end of the year {4}, and not counted as paid. Check the date, or state the year it is charged to</translation></message>
    <message><source>{0}{1} 等 {2} 次支付 {3}，在 {4} 年度终了之后，没有计入已支付。请核对日期，或说明列支年度</source>
        <translation>{0}: {3} paid in {2} payments from {1} on, after the end of the year {4}, and not counted as paid. Check the dates, or state the year they are charged to</translation></message>
    <message><source>{0}{1}。请核实实际到场人数</source>
        <translation>{0}: {1}. Verify how many were really there</translation></message>
    <message><source>{0}{1}减少 {2} 行（{3}）</source>
        <translation>{0}{1}: rows gone: {2} ({3})</translation></message>
    <message><source>{0}{1}和{2}{3}。请合并，或改写其中一处</source>
        <translation>{0}: {1} and {2} {3}. Merge them, or rewrite one</translation></message>
    <message><source>{0}{1}增加 {2} 行（{3}）</source>
        <translation>{0}{1}: rows added: {2} ({3})</translation></message>
    <message><source>{0}{1}时，得出{2}</source>
        <translation>With the {0} {1}, the result is {2}</translation></message>
    <message><source>{0}{1}的“{2}”绕回了它自己。请改正</source>
        <translation>{0} {1}: “{2}” leads back to itself. Correct it</translation></message>
    <message><source>{0}{1}的列由{2}改为{3}</source>
        <translation>{0}{1}: columns changed from {2} to {3}</translation></message>
    <message><source>{0}“{1}”</source>
        <translation>{0} “{1}”</translation></message>
    <message><source>{0}“{1}”：{2}</source>
        <translation>{0} “{1}”: {2}</translation></message>
    <message><source>{0}万元</source>
        <translation>{0} (10k yuan)</translation></message>
    <message><source>{0}不是条件，未起作用。请写成 预算执行率 &lt; 80 这样的比较</source>
        <translation>{0} is no condition and has no effect. Write a comparison such as Execution rate &lt; 80</translation></message>
    <message><source>{0}不能作废。不再需要时请删除</source>
        <translation>{0} cannot be made void. Delete it when it is no longer needed</translation></message>
    <message><source>{0}不能大于 {1}</source>
        <translation>{0} cannot be more than {1}</translation></message>
    <message><source>{0}不能导出为 {1} 文件。请把文件名改为 {2} 结尾</source>
        <translation>{0} cannot be exported as a {1} file. Let the file name end in {2}</translation></message>
    <message><source>{0}不能小于 {1}</source>
        <translation>{0} cannot be less than {1}</translation></message>
    <message><source>{0}不能计分：{1}</source>
        <translation>{0} cannot be scored: {1}</translation></message>
    <message><source>{0}不随{1}变化，求不出{1}</source>
        <translation>{0} does not change with {1}, so {1} cannot be found from it</translation></message>
    <message><source>{0}个百分点</source>
        <translation>{0} pp</translation></message>
    <message><source>{0}为 {1}，不能作分母，{2}无法计算</source>
        <translation>{0} is {1}, which cannot divide; {2} cannot be calculated</translation></message>
    <message><source>{0}付款{1}</source>
        <translation>{0}: {1} paid</translation></message>
    <message><source>{0}分</source>
        <translation>{0} points</translation></message>
    <message><source>{0}分值写作 {1}，下级合计 {2}，差 {3}。请改正，或清空上级的分值</source>
        <translation>{0} has the weight {1}, the indicators below it add up to {2}: {3} apart. Correct it, or clear the weight of the parent</translation></message>
    <message><source>{0}分值合计 {1}，通常为 {2}</source>
        <translation>{0}: the points add up to {1}, usually {2}</translation></message>
    <message><source>{0}参数“{1}”（{2}）</source>
        <translation>{0}“{1}” ({2})</translation></message>
    <message><source>{0}及其下 {1} 段</source>
        <translation>{0} with what is below it (paragraphs: {1})</translation></message>
    <message><source>{0}只能是：{1}</source>
        <translation>{0} can only be: {1}</translation></message>
    <message><source>{0}合同付款进度图</source>
        <translation>Payments on contracts: {0}</translation></message>
    <message><source>{0}和{1}</source>
        <translation>{0} and {1}</translation></message>
    <message><source>{0}太大。请拆分，或另存为 .xlsx 再导入</source>
        <translation>{0} is too big. Split it, or save it as .xlsx and import again</translation></message>
    <message><source>{0}失分 {1}，各问题扣分合计 {2}，多 {3}。请核对扣分</source>
        <translation>{0} lost {1} points, but its findings deduct {2} in total, {3} too many. Check the deductions</translation></message>
    <message><source>{0}年</source>
        <translation>{0}</translation></message>
    <message><source>{0}年{1}月</source>
        <translation>{0}-{1}</translation></message>
    <message><source>{0}年{1}月{2}日</source>
        <translation>{0}-{1}-{2}</translation></message>
    <message><source>{0}年第{1}季度</source>
        <translation>{0} Q{1}</translation></message>
    <message><source>{0}年至{1}年</source>
        <translation>{0} to {1}</translation></message>
    <message><source>{0}应在 {1} 到 {2} 之间</source>
        <translation>{0} must be between {1} and {2}</translation></message>
    <message><source>{0}得 {1} 分，却没有满意度调查。请录入问卷结果，或说明评分依据</source>
        <translation>{0} scores {1} points without any satisfaction survey. Enter the results of the survey, or state what the score rests on</translation></message>
    <message><source>{0}恰有一行，不能增加或删除</source>
        <translation>{0} has exactly one row; none can be added or deleted</translation></message>
    <message><source>{0}成立（{1}），总分不超过 {2}</source>
        <translation>{0} is fulfilled ({1}), the total is at most {2}</translation></message>
    <message><source>{0}成立，但没有填总分上限，未起作用</source>
        <translation>{0} is fulfilled but says no limit for the total, so it has no effect</translation></message>
    <message><source>{0}改为{1}</source>
        <translation>{0} became {1}</translation></message>
    <message><source>{0}无法判断：{1}</source>
        <translation>{0} cannot be judged: {1}</translation></message>
    <message><source>{0}无法计算：{1}</source>
        <translation>{0} cannot be worked out: {1}</translation></message>
    <message><source>{0}是上级指标，得分是下级之和，调整得分不起作用。请在下级调整</source>
        <translation>{0} is a parent: its score is the sum of those below it, and an adjusted score has no effect. Adjust the indicators below</translation></message>
    <message><source>{0}是必填项，请填写</source>
        <translation>{0} is required. Fill it in</translation></message>
    <message><source>{0}是要求的数，不能同时给出</source>
        <translation>{0} is the number wanted and cannot be given as well</translation></message>
    <message><source>{0}有 {1} 个字，最多 {2} 个字</source>
        <translation>{0} has {1} characters; at most {2} are allowed</translation></message>
    <message><source>{0}有 {1} 份合同未填采购方式：{2}。请补填</source>
        <translation>{0} has {1} contract(s) without a procurement method: {2}. Fill it in</translation></message>
    <message><source>{0}有 {1} 列以上，不像表格。请核对文档</source>
        <translation>{0} has {1} columns or more and does not look like a table. Check the document</translation></message>
    <message><source>{0}有 {1} 项。应有 1 到 {2} 项</source>
        <translation>{0} has {1} entries. It should have 1 to {2}</translation></message>
    <message><source>{0}有改动：{1}</source>
        <translation>{0} has changed: {1}</translation></message>
    <message><source>{0}有调整得分，没有写理由，仍按计算得分 {1}。请写明理由</source>
        <translation>{0} has an adjusted score without a reason; the computed score {1} still counts. State the reason</translation></message>
    <message><source>{0}服务 {1} 开始，原合同{2} {3} 结束，{4}</source>
        <translation>{0}: service starts on {1}, the original contract {2} ends on {3}: {4}</translation></message>
    <message><source>{0}服务 {1} 结束，{2} 才验收，{3}。请查明原因</source>
        <translation>{0}: service ended on {1}, accepted only on {2}, {3}. Find out why</translation></message>
    <message><source>{0}未填，未起作用</source>
        <translation>{0} is empty and has no effect</translation></message>
    <message><source>{0}条付款条款</source>
        <translation>{0} payment terms</translation></message>
    <message><source>{0}没有“{1}”这个参数。{2}</source>
        <translation>{0}There is no parameter “{1}”. {2}</translation></message>
    <message><source>{0}没有填。{1}</source>
        <translation>{0} is missing. {1}</translation></message>
    <message><source>{0}没有对应的字段，不导入</source>
        <translation>{0}: no field for this, not imported</translation></message>
    <message><source>{0}现为 {1}。{2}</source>
        <translation>{0} is {1}. {2}</translation></message>
    <message><source>{0}申报{1}支付</source>
        <translation>{0}: payment declared for{1}</translation></message>
    <message><source>{0}申报合同小计</source>
        <translation>{0}: declared contract subtotal</translation></message>
    <message><source>{0}申报合同总额</source>
        <translation>{0}: declared contract total</translation></message>
    <message><source>{0}申报已支付</source>
        <translation>{0}: declared payments</translation></message>
    <message><source>{0}申报已支付 {1}，却没有合同付款或支出明细。请补录明细</source>
        <translation>{0} declares {1} as paid, but has neither contract payments nor expenses. Enter the details</translation></message>
    <message><source>{0}申报总指标</source>
        <translation>{0}: declared quota</translation></message>
    <message><source>{0}申报执行率 {1}%，{2} ＝ {3}。请核对申报数</source>
        <translation>{0}: declared execution rate {1}%, but {2} = {3}. Check the declared figure</translation></message>
    <message><source>{0}申报结余</source>
        <translation>{0}: declared balance</translation></message>
    <message><source>{0}申报金额</source>
        <translation>{0}: declared amount</translation></message>
    <message><source>{0}的{1} {2} 早于{3} {4}。请核对两个日期</source>
        <translation>{0}: {1} {2} is before {3} {4}. Check both dates</translation></message>
    <message><source>{0}的{1} {2} 超过分值 {3}，只按分值计。请改正</source>
        <translation>{0}: {1} {2} exceeds the weight {3}; only the weight counts. Correct it</translation></message>
    <message><source>{0}的{1} {2}，晚于报告日期 {3}。请核对两个日期</source>
        <translation>{0}: {1} {2} is after the date of the report, {3}. Check both dates</translation></message>
    <message><source>{0}的“{1}”{2} 用了不止一次，另见{3}。请改成不同的</source>
        <translation>{0}: the “{1}” {2} is used more than once, see also {3}. Make them different</translation></message>
    <message><source>{0}的“{1}”指向一条不存在的{2}，可能刚被删除。请重新选择</source>
        <translation>{0}: “{1}” points to a row of {2} that does not exist, perhaps just deleted. Choose again</translation></message>
    <message><source>{0}的“{1}”指向的行已不存在。请重新选择</source>
        <translation>{0}: “{1}” refers to a row that no longer exists. Choose again</translation></message>
    <message><source>{0}的“{1}”是已作废的{2}。请改选，或恢复该行</source>
        <translation>{0}: “{1}” is {2}, which is void. Choose another, or restore that row</translation></message>
    <message><source>{0}的“{1}”有 {2} 处指向不存在的行</source>
        <translation>{0}: “{1}” refers {2} times to rows that do not exist</translation></message>
    <message><source>{0}的“{1}”绕成了圈</source>
        <translation>{0}: “{1}” leads round in a circle</translation></message>
    <message><source>{0}的“{1}”绕成了圈：一行不能直接或间接地在自己之下。请另选</source>
        <translation>{0}: “{1}” goes in a circle; a row cannot be below itself. Choose another</translation></message>
    <message><source>{0}的数值太大或小数位太多，请核对</source>
        <translation>{0} is too large or has too many decimals. Check it</translation></message>
    <message><source>{0}的数值太大，请核对</source>
        <translation>{0} is too large. Check it</translation></message>
    <message><source>{0}的现有内容与修改记录重演的结果不一致</source>
        <translation>{0}: the present content differs from what the history gives when it is replayed</translation></message>
    <message><source>{0}的金额或日期未填</source>
        <translation>{0}: amount or date missing</translation></message>
    <message><source>{0}第 {1} 个字处有误，未起作用：{2}</source>
        <translation>{0} is wrong at character {1} and has no effect: {2}</translation></message>
    <message><source>{0}第 {1} 个数</source>
        <translation>{0}, figure {1},</translation></message>
    <message><source>{0}第 {1} 行现为 {2}。每行应写在一对花括号里</source>
        <translation>{0}: row {1} is {2}. Each row should stand in braces</translation></message>
    <message><source>{0}等</source>
        <translation>{0} and others</translation></message>
    <message><source>{0}等 {1} 个项目各有几个指标文号，表中没有分开写金额，这些指标文没有导入</source>
        <translation>{0} and others, {1} funds in all, have several allocation documents each whose amounts are not given apart; these allocations were not imported</translation></message>
    <message><source>{0}绕成了一圈，一行不能在自己之上。请改填别的行</source>
        <translation>{0} goes in a circle; a row cannot be above itself. Enter another row</translation></message>
    <message><source>{0}缺“{1}”。请补填</source>
        <translation>{0} has no “{1}”. Fill it in</translation></message>
    <message><source>{0}缺“{1}”。请补填；未填之前不计入有关数字</source>
        <translation>{0} has no “{1}”. Fill it in; until then it counts in no figure</translation></message>
    <message><source>{0}至 {1}</source>
        <translation>{0} to {1}</translation></message>
    <message><source>{0}表 {1}</source>
        <translation>{0}, table {1}</translation></message>
    <message><source>{0}计划 {1}，到评价结束 {2} 仍没有验收，{3}。请查明原因，或补填验收日期</source>
        <translation>{0} was planned for {1}; at the end of the evaluation, {2}, it is still open, {3}. Find out why, or fill in the date of acceptance</translation></message>
    <message><source>{0}计划{1} {2}，早于合同签订 {3}，{4}。请核对计划日期和签订日期</source>
        <translation>{0}: {1} planned for {2}, before the contract was signed on {3}, {4}. Check the planned date and the date of signing</translation></message>
    <message><source>{0}读不下去，文件已损坏。请改用备份</source>
        <translation>{0} cannot be read any further, the file is damaged. Use a backup</translation></message>
    <message><source>{0}里已有 id 为 {1} 的行，不能再建一行</source>
        <translation>{0} has a row with the id {1} already; it cannot be made again</translation></message>
    <message><source>{0}里有不能保存的控制字符，请删去后再试</source>
        <translation>{0} has control characters that cannot be kept. Delete them and try again</translation></message>
    <message><source>{0}里有读不懂的数值，文件可能已损坏。请改用备份</source>
        <translation>{0} has a number that cannot be read; the file may be damaged. Use a backup</translation></message>
    <message><source>{0}里没有这一行，可能已被删除</source>
        <translation>{0}: this row is not there, perhaps deleted</translation></message>
    <message><source>{0}重复签到</source>
        <translation>{0} signed in more than once</translation></message>
    <message><source>{0}金额 {1} 正是原合同 {2} × {3}，是按月折算的续签。请核实是否重新询价或采购</source>
        <translation>{0}: the amount {1} is exactly the original contract’s {2} × {3}, a renewal in proportion to months. Verify whether quotations or bids were asked for again</translation></message>
    <message><source>{0}验收</source>
        <translation>{0}: acceptance</translation></message>
    <message><source>{0}（id {1}）的“{2}”不是它能有的值</source>
        <translation>{0} (id {1}): “{2}” has a value it cannot have</translation></message>
    <message><source>{0}（{1} 与 {2}）</source>
        <translation>{0} ({1} against {2})</translation></message>
    <message><source>{0}（{1}%）</source>
        <translation>{0} ({1}%)</translation></message>
    <message><source>{0}（{1}）</source>
        <translation>{0} ({1})</translation></message>
    <message><source>{0}（{1}）：取档内中值 {2}% × {3}</source>
        <translation>{0} ({1}): the middle of the band {2}% × {3}</translation></message>
    <message><source>{0}（不含）</source>
        <translation>{0} (exclusive)</translation></message>
    <message><source>{0}（另有 {1} 笔未填金额或日期，未计入）</source>
        <translation>{0} ({1} more without amount or date are not counted)</translation></message>
    <message><source>{0}（含）</source>
        <translation>{0} (inclusive)</translation></message>
    <message><source>{0}（是不是“{1}”？）</source>
        <translation>{0} (do you mean “{1}”?)</translation></message>
    <message><source>{0}，{1}</source>
        <translation>{0}, {1}</translation></message>
    <message><source>{0}，{1} 处</source>
        <translation>{0} (places: {1})</translation></message>
    <message><source>{0}，{1}，{2}，扣完为止</source>
        <translation>{0}, {1}, {2}, down to 0</translation></message>
    <message><source>{0}，不足一步不计，计 {1} 步</source>
        <translation>{0}, part steps do not count, {1} steps</translation></message>
    <message><source>{0}，不足一步按一步计，计 {1} 步</source>
        <translation>{0}, a part step counts as one, {1} steps</translation></message>
    <message><source>{0}，为目标的 {1}</source>
        <translation>{0}, {1} of the target</translation></message>
    <message><source>{0}，从{1}分到{2}分按直线内插</source>
        <translation>{0}: from {1} to {2} points along a straight line</translation></message>
    <message><source>{0}，即每{1}{2}扣权重分的{3}%，扣完为止</source>
        <translation>{0}, that is {3}% of the weight off for each {2} {1}, down to 0</translation></message>
    <message><source>{0}，备份没有写成，文件没有改动。{1}</source>
        <translation>{0}, but the backup could not be written and the file is unchanged. {1}</translation></message>
    <message><source>{0}，小于 0，按 0 计</source>
        <translation>{0}, below 0, counts as 0</translation></message>
    <message><source>{0}，应在 0% 到 100% 之间</source>
        <translation>{0}, should be from 0% to 100%</translation></message>
    <message><source>{0}，得 0 分</source>
        <translation>{0}, score 0</translation></message>
    <message><source>{0}，得 {1}</source>
        <translation>{0}, score {1}</translation></message>
    <message><source>{0}，得{1}分</source>
        <translation>{0}: {1} points</translation></message>
    <message><source>{0}，扣完为止，得 0 分</source>
        <translation>{0}, nothing is left, score 0</translation></message>
    <message><source>{0}，符合得满分，部分符合按比例得分，不符合不得分；不适用的要点不计，其分值由其余要点分摊</source>
        <translation>{0}; met scores in full, partly met by its share, not met nothing; points that are not applicable leave their weight to the others</translation></message>
    <message><source>{0}，第 {1} 期未{2}</source>
        <translation>{0}, no {2} in period {1}</translation></message>
    <message><source>{0}，该比例低于{1}%不得分</source>
        <translation>{0}; a ratio below {1}% scores 0</translation></message>
    <message><source>{0}，该比例达到{1}%视为偏离，扣{2}分</source>
        <translation>{0}; a ratio of {1}% or more counts as deviating, {2} points off</translation></message>
    <message><source>{0}，达到 {1}，得 0 分</source>
        <translation>{0}, reaches {1}, score 0</translation></message>
    <message><source>{0}，达到{1}不得分</source>
        <translation>{0}; {1} or more score 0</translation></message>
    <message><source>{0}，逐期{1}{2}，得满分 {3}</source>
        <translation>{0}, {1}{2} in every period, full score {3}</translation></message>
    <message><source>{0}，高于分值，按 {1} 计</source>
        <translation>{0}, above the weight, counts as {1}</translation></message>
    <message><source>{0}：</source>
        <translation>{0}: </translation></message>
    <message><source>{0}：{1}</source>
        <translation>{0}: {1}</translation></message>
    <message><source>{0}：{1} {2} ×{3}</source>
        <translation>{0}: {1} {2} ×{3}</translation></message>
    <message><source>{0}：{1} {2} → {3}</source>
        <translation>{0}: {1} {2} → {3}</translation></message>
    <message><source>{0}：{1} × {2}%</source>
        <translation>{0}: {1} × {2}%</translation></message>
    <message><source>{0}：{1} − {2}</source>
        <translation>{0}: {1} − {2}</translation></message>
    <message><source>{0}：{1}“{2}”不随表格交换，没有关联</source>
        <translation>{0}: {1} “{2}” is not exchanged by tables and was not linked</translation></message>
    <message><source>{0}：{1}里的数字有改动，{2}</source>
        <translation>{0}: figures in {1} have changed, {2}</translation></message>
    <message><source>{0}；{1}</source>
        <translation>{0}; {1}</translation></message>
    <message><source>{0}；等 {1} 处</source>
        <translation>{0}; {1} changes in all</translation></message>
    <message><source>“.”后面要写名称。{0}</source>
        <translation>“.” needs a name after it. {0}</translation></message>
    <message><source>“{0}.”不是完整的数，请写成 12.5 这样的数</source>
        <translation>“{0}.” is not a complete number. Write it like 12.5</translation></message>
    <message><source>“{0}”</source>
        <translation>“{0}”</translation></message>
    <message><source>“{0}”{1}</source>
        <translation>“{0}” {1}</translation></message>
    <message><source>“{0}”{1}：{2}</source>
        <translation>“{0}” ({1}): {2}</translation></message>
    <message><source>“{0}”“{1}”“{2}”与名称之间要空一格</source>
        <translation>Put spaces between “{0}”, “{1}” or “{2}” and the names</translation></message>
    <message><source>“{0}”不在{1}的可选项内</source>
        <translation>“{0}” is not among the choices of {1}</translation></message>
    <message><source>“{0}”不在可选项内。{1}可填：{2}</source>
        <translation>“{0}” is not among the choices. {1} can be: {2}</translation></message>
    <message><source>“{0}”不完整，只剩开头的 {1} 个字节。请改用备份</source>
        <translation>“{0}” is incomplete; only its first {1} bytes are left. Use a backup</translation></message>
    <message><source>“{0}”不是 Excel 工作簿。请选择 .xlsx 工作簿，或 CSV 表格</source>
        <translation>“{0}” is not an Excel workbook. Choose an .xlsx workbook or a CSV table</translation></message>
    <message><source>“{0}”不是 Word 文档（.docx），或有打开密码。请用 Word 或 WPS 另存为不带密码的 .docx 再导入</source>
        <translation>“{0}” is not a Word document (.docx), or it has a password. Save it as .docx without a password in Word or WPS and import again</translation></message>
    <message><source>“{0}”不是{1}。请写成 {2} 这样的数</source>
        <translation>“{0}” is not {1}. Write it like {2}</translation></message>
    <message><source>“{0}”不是{1}的写法，可以写 {2}</source>
        <translation>“{0}” is not a way to write “{1}”; it can be {2}</translation></message>
    <message><source>“{0}”不是{1}能保存的日期。请写成 2018、2018-11 或 2018-11-28</source>
        <translation>“{0}” is not a date that {1} can keep. Write 2018, 2018-11 or 2018-11-28</translation></message>
    <message><source>“{0}”不是“是”或“否”。请写“是”或“否”</source>
        <translation>“{0}” is neither yes nor no. Write “yes” or “no”</translation></message>
    <message><source>“{0}”不是半角数字，请改用 0 到 9</source>
        <translation>“{0}” is not a plain digit. Use 0 to 9</translation></message>
    <message><source>“{0}”不是印出来的率。请写成 165.62% 这样的数</source>
        <translation>“{0}” is not a printed rate. Write it like 165.62%</translation></message>
    <message><source>“{0}”不是完整的 CSV 表格。请在 Excel 或 WPS 中另存为“CSV UTF-8”再导入</source>
        <translation>“{0}” is not a complete CSV table. Save it as “CSV UTF-8” in Excel or WPS and import again</translation></message>
    <message><source>“{0}”不是完整的 Excel 工作簿（.xlsx）。请用 Excel 或 WPS 打开并另存为 .xlsx 再导入</source>
        <translation>“{0}” is not a complete Excel workbook (.xlsx). Open it in Excel or WPS, save it as .xlsx and import again</translation></message>
    <message><source>“{0}”不是完整的 Excel 工作簿，或里面有读不懂的内容。请用 Excel 或 WPS 打开并另存为 .xlsx 再导入</source>
        <translation>“{0}” is not a complete Excel workbook, or it holds what cannot be read. Open it in Excel or WPS, save it as .xlsx and import again</translation></message>
    <message><source>“{0}”不是完整的 Word 文档。请用 Word 或 WPS 打开并另存为 .docx 再导入</source>
        <translation>“{0}” is not a complete Word document. Open it in Word or WPS, save it as .docx and import again</translation></message>
    <message><source>“{0}”不是整数。请写成 155 这样的数</source>
        <translation>“{0}” is not a whole number. Write it like 155</translation></message>
    <message><source>“{0}”不是日期。请写成 2018-11-28 这样的日期</source>
        <translation>“{0}” is not a date. Write it like 2018-11-28</translation></message>
    <message><source>“{0}”不是日期。请写成 2018、2018-11 或 2018-11-28 这样的日期</source>
        <translation>“{0}” is not a date. Write it like 2018, 2018-11 or 2018-11-28</translation></message>
    <message><source>“{0}”不是旧版 Excel 工作簿（.xls）。请用 Excel 或 WPS 打开并另存为 .xlsx 再导入</source>
        <translation>“{0}” is not an old Excel workbook (.xls). Open it in Excel or WPS, save it as .xlsx and import again</translation></message>
    <message><source>“{0}”不是等次界限。请从高到低写到 0，如：{1}</source>
        <translation>“{0}” does not give the bounds of the grades. Write them from high to low down to 0, as {1}</translation></message>
    <message><source>“{0}”不是能导入的表格。请选择 Excel（.xlsx、.xls）、CSV 或 Word（.docx）文件</source>
        <translation>“{0}” is not a table that can be imported. Choose an Excel (.xlsx, .xls), CSV or Word (.docx) file</translation></message>
    <message><source>“{0}”不是金额。请写成 563.40 这样的数，单位{1}</source>
        <translation>“{0}” is not an amount. Write it like 563.40, in {1}</translation></message>
    <message><source>“{0}”不能以 0 开头</source>
        <translation>“{0}” cannot begin with 0</translation></message>
    <message><source>“{0}”不能用作指标体系{1}：{2}</source>
        <translation>“{0}” cannot be used as a standard{1}: {2}</translation></message>
    <message><source>“{0}”不能直接用在这里，请加括号</source>
        <translation>“{0}” cannot stand here. Put it in brackets</translation></message>
    <message><source>“{0}”与现在的表不符，不能完整{1}</source>
        <translation>“{0}” does not fit the tables as they are now; “{1}” cannot be done in full</translation></message>
    <message><source>“{0}”与现在的表不符，不能完整撤回</source>
        <translation>“{0}” does not fit the tables as they are now and cannot be taken back in full</translation></message>
    <message><source>“{0}”以只读方式打开，不能修改。请另存到可以写入的位置</source>
        <translation>“{0}” is open read-only and cannot be changed. Save it elsewhere, where it can be written</translation></message>
    <message><source>“{0}”像是带千分位的数：数字里不写逗号；要是几个数，逗号后请空一格</source>
        <translation>“{0}” looks like a number with thousands separators: write numbers without commas; if these are several numbers, put a space after each comma</translation></message>
    <message><source>“{0}”写不进去（{1}）。请关闭正在打开它的 Excel 或 WPS，或换一个位置</source>
        <translation>“{0}” could not be written ({1}). Close Excel or WPS if the file is open there, or choose another place</translation></message>
    <message><source>“{0}”写成小数，按百分数读入（0.3 是 30%）</source>
        <translation>“{0}” is written as a fraction and read as a percentage (0.3 is 30%)</translation></message>
    <message><source>“{0}”前面缺少一个数或名称</source>
        <translation>A number or name is missing before “{0}”</translation></message>
    <message><source>“{0}”前面缺少运算符</source>
        <translation>An operator is missing before “{0}”</translation></message>
    <message><source>“{0}”后面不能紧跟文字；金额按万元计，不写单位</source>
        <translation>“{0}” cannot be followed by a word; amounts are in 10k yuan and have no unit</translation></message>
    <message><source>“{0}”后面缺右方括号“]”</source>
        <translation>The closing bracket “]” is missing after “{0}”</translation></message>
    <message><source>“{0}”在打开期间被移动、改名或删除，这次修改没有保存。请重新打开移动后的文件</source>
        <translation>“{0}” was moved, renamed or deleted while it was open; this change was not saved. Open the file where it is now</translation></message>
    <message><source>“{0}”在第 {1} 行已经有了。{2}不能重复，请改成别的</source>
        <translation>“{0}” is already in row {1}. {2} cannot occur twice; enter another</translation></message>
    <message><source>“{0}”填了 {1} 分，下级合计 {2}，{3}</source>
        <translation>“{0}” has {1} points, those below add up to {2}, {3}</translation></message>
    <message><source>“{0}”填写的得分 {1} 不在 0 到 {2} 之间，按 {3} 计</source>
        <translation>“{0}”: the score entered, {1}, is not between 0 and {2} and counts as {3}</translation></message>
    <message><source>“{0}”填写的得分是分值的 {1}%，不在“{2}”一档（{3}）内</source>
        <translation>“{0}”: the score entered is {1}% of the points, outside the band “{2}” ({3})</translation></message>
    <message><source>“{0}”太大。请核对金额和单位（现为{1}）</source>
        <translation>“{0}” is too large. Check the amount and the unit (now {1})</translation></message>
    <message><source>“{0}”太大，读不下。请拆分后再导入</source>
        <translation>“{0}” is too big to be read. Split it and import the parts</translation></message>
    <message><source>“{0}”太长，一个数最多 {1} 位数字</source>
        <translation>“{0}” is too long; a number has at most {1} digits</translation></message>
    <message><source>“{0}”已损坏，不能读取。请用 {1} 或 WPS 打开并重新保存</source>
        <translation>“{0}” is damaged and cannot be read. Open it in {1} or WPS and save it again</translation></message>
    <message><source>“{0}”已损坏，没有打开。请改用备份</source>
        <translation>“{0}” is damaged and was not opened. Use a backup</translation></message>
    <message><source>“{0}”已损坏，读不下去。请改用备份</source>
        <translation>“{0}” is damaged and cannot be read further. Use a backup</translation></message>
    <message><source>“{0}”已经关闭。请重新打开</source>
        <translation>“{0}” is closed. Open it again</translation></message>
    <message><source>“{0}”按“{1}”读入</source>
        <translation>“{0}” is read as “{1}”</translation></message>
    <message><source>“{0}”改过的行已不是当时的样子，不能{1}</source>
        <translation>The rows that “{0}” changed are no longer as they were; “{1}” cannot be done</translation></message>
    <message><source>“{0}”改过的行已不是当时的样子，不能撤回</source>
        <translation>The rows that “{0}” changed are no longer as they were; it cannot be taken back</translation></message>
    <message><source>“{0}”是函数，要写成 {1}</source>
        <translation>“{0}” is a function; write {1}</translation></message>
    <message><source>“{0}”是别的软件的数据库，不是绩衡项目文件</source>
        <translation>“{0}” is a database of another program, not a Jiheng project</translation></message>
    <message><source>“{0}”是只读的，这次修改没有保存。请另存到可以写入的位置</source>
        <translation>“{0}” is read-only; this change was not saved. Save it elsewhere, where it can be written</translation></message>
    <message><source>“{0}”是报告格式里的章节，不能删除。可以不列入报告</source>
        <translation>“{0}” is a chapter of the report form and cannot be deleted. It can be left out of the report</translation></message>
    <message><source>“{0}”是数字，不像名称。请核对这一行是不是错了列</source>
        <translation>“{0}” is a number and does not look like a name. Check whether the row slipped into other columns</translation></message>
    <message><source>“{0}”是文件夹，不是绩衡项目文件</source>
        <translation>“{0}” is a folder, not a Jiheng project</translation></message>
    <message><source>“{0}”是旧版 .xls 文件或加了密码。请在 Excel 或 WPS 中另存为不带密码的 .xlsx 再导入</source>
        <translation>“{0}” is an old .xls file or has a password. Save it as .xlsx without a password in Excel or WPS and import again</translation></message>
    <message><source>“{0}”是空文件，不是绩衡项目文件。请改用备份</source>
        <translation>“{0}” is an empty file, not a Jiheng project. Use a backup</translation></message>
    <message><source>“{0}”是随程序附带的指标体系的名称。请换一个名称</source>
        <translation>“{0}” is the name of a standard that comes with the program. Choose another name</translation></message>
    <message><source>“{0}”有密码或不是绩衡项目文件</source>
        <translation>“{0}” has a password or is not a Jiheng project</translation></message>
    <message><source>“{0}”有打开密码，读不了。请在 Excel 或 WPS 中去掉密码、另存为 .xlsx 再导入</source>
        <translation>“{0}” has a password and cannot be read. Remove the password in Excel or WPS, save it as .xlsx and import again</translation></message>
    <message><source>“{0}”检查的时间过长，已停止。文件可能已损坏，请改用备份</source>
        <translation>Checking “{0}” took too long and was stopped. The file may be damaged; use a backup</translation></message>
    <message><source>“{0}”正被另一个窗口使用，不能修改。请先关闭那个窗口，或以只读方式打开</source>
        <translation>“{0}” is in use by another window and cannot be changed. Close that window first, or open it read-only</translation></message>
    <message><source>“{0}”正被另一个窗口或程序使用。请等它用完或关闭它后再试</source>
        <translation>“{0}” is in use by another window or program. Wait until it is done or close it, then try again</translation></message>
    <message><source>“{0}”比分还细。金额最多精确到分（万元下六位小数，元下两位小数）</source>
        <translation>“{0}” is finer than a fen. Amounts go down to fen (six decimals in 10k yuan, two in yuan)</translation></message>
    <message><source>“{0}”没有“{1}”这一项{2}</source>
        <translation>“{0}” has no “{1}”{2}</translation></message>
    <message><source>“{0}”没有写年份，按 {1} 年的付款读入</source>
        <translation>“{0}” gives no year and is read as payments of {1}</translation></message>
    <message><source>“{0}”没有填分值，不知道下级应合计多少。请先填上</source>
        <translation>“{0}” has no weight, so it is unknown what those below should add up to. Fill it in first</translation></message>
    <message><source>“{0}”用错了地方。{1}</source>
        <translation>“{0}” is in the wrong place. {1}</translation></message>
    <message><source>“{0}”由旧版本的绩衡保存（文件版本 {1}），升级前要在旁边留一份备份</source>
        <translation>“{0}” was saved by an older Jiheng (file version {1}); a backup is kept beside it before it is upgraded</translation></message>
    <message><source>“{0}”由更新版本的绩衡保存（文件版本 {1}）。请升级绩衡后再打开</source>
        <translation>“{0}” was saved by a newer Jiheng (file version {1}). Update Jiheng, then open it</translation></message>
    <message><source>“{0}”的 {1}% 应为 {2}，备注是 {3}</source>
        <translation>{1}% of “{0}” would be {2}, the remark says {3}</translation></message>
    <message><source>“{0}”的{1}在假设期间被别人改过，没有写入。请退出假设，看清后再改</source>
        <translation>{1} of “{0}” was changed by somebody else while you tried; nothing was written. End the trial, look, and change it then</translation></message>
    <message><source>“{0}”的两个结果要是同类：前面是{1}，这里是{2}</source>
        <translation>The two results of “{0}” must be of one sort: the first is {1}, this is {2}</translation></message>
    <message><source>“{0}”的位数要直接写 0 到 {1} 的整数</source>
        <translation>The decimals of “{0}” must be written as a whole number from 0 to {1}</translation></message>
    <message><source>“{0}”的值和权要成对，应写成 {1}</source>
        <translation>The values and weights of “{0}” come in pairs; write {1}</translation></message>
    <message><source>“{0}”的内容读不懂，文件可能已损坏。请改用备份</source>
        <translation>“{0}” holds what cannot be read; the file may be damaged. Use a backup</translation></message>
    <message><source>“{0}”的年份 {1} 不在 {2}–{3} 之间。请核对年份</source>
        <translation>“{0}”: the year {1} is not between {2} and {3}. Check the year</translation></message>
    <message><source>“{0}”的指标表是空的。请换一个文件</source>
        <translation>The indicator table of “{0}” is empty. Choose another file</translation></message>
    <message><source>“{0}”的日期不对：{1} 年 {2} 月只有 {3} 天</source>
        <translation>“{0}” is not a date: month {2} of {1} has only {3} days</translation></message>
    <message><source>“{0}”的月份 {1} 不在 1–12 之间。请核对月份</source>
        <translation>“{0}”: the month {1} is not between 1 and 12. Check the month</translation></message>
    <message><source>“{0}”的版本记录不对，可能被别的软件改过。请改用备份</source>
        <translation>The version mark of “{0}” is wrong; another program may have changed it. Use a backup</translation></message>
    <message><source>“{0}”看不出年份。请写成 2018-06 或 2018-06-08</source>
        <translation>“{0}” does not tell the year. Write it like 2018-06 or 2018-06-08</translation></message>
    <message><source>“{0}”第 {1} 行的</source>
        <translation>“{0}”, row {1}: </translation></message>
    <message><source>“{0}”算不出：{1}</source>
        <translation>“{0}” cannot be worked out: {1}</translation></message>
    <message><source>“{0}”被别的软件改过或已损坏，不能打开。请改用备份</source>
        <translation>“{0}” was changed by another program or is damaged and cannot be opened. Use a backup</translation></message>
    <message><source>“{0}”要由评价人员直接评分并说明理由</source>
        <translation>“{0}” has to be scored by the evaluator, with a reason</translation></message>
    <message><source>“{0}”解压后大得不像{1}，为安全起见没有读取。请核对文件来源，或拆分后再导入</source>
        <translation>“{0}” unpacks to more than any {1} holds and was not read, to be safe. Check where the file comes from, or split it and import again</translation></message>
    <message><source>“{0}”读不出来（{1}）。请核对文件是否还在、能否打开</source>
        <translation>“{0}” could not be read ({1}). Check that the file is still there and can be opened</translation></message>
    <message><source>“{0}”读了 {1} 秒还没有读完，已停止。请拆分后再导入</source>
        <translation>“{0}” was not read after {1} seconds, so reading was stopped. Split it and import the parts</translation></message>
    <message><source>“{0}”读作偏差扣分</source>
        <translation>“{0}” is read as a deduction by deviation</translation></message>
    <message><source>“{0}”读作按处数扣分</source>
        <translation>“{0}” is read as a deduction for each fault</translation></message>
    <message><source>“{0}”读到一半停了，文件可能损坏或太大。请用 Excel 或 WPS 打开并另存，或复制表格后粘贴</source>
        <translation>Reading “{0}” ended halfway; the file may be damaged or too big. Open it in Excel or WPS and save it as another, or copy the table and paste it</translation></message>
    <message><source>“{0}”超过 {1} MB。请拆分后再导入</source>
        <translation>“{0}” is over {1} MB. Split it and import again</translation></message>
    <message><source>“{0}”超过 {1} MB，不是普通的表格文件。请拆分后再导入</source>
        <translation>“{0}” is over {1} MB, which is no ordinary table. Split it and import again</translation></message>
    <message><source>“{0}”超过 {1} 行，Excel 放不下。请改为导出 .json 数据表</source>
        <translation>“{0}” has over {1} rows, more than Excel holds. Export the data as .json instead</translation></message>
    <message><source>“{0}”这一档写了两次。请只留一个</source>
        <translation>The band “{0}” is there twice. Keep one</translation></message>
    <message><source>“{0}”里多写了 {1} 项，应写成 {2}</source>
        <translation>“{0}” has {1} too many; write {2}</translation></message>
    <message><source>“{0}”里少写了 {1} 项，应写成 {2}</source>
        <translation>“{0}” has {1} too few; write {2}</translation></message>
    <message><source>“{0}”里有一张工作表的内容散到第 {1} 行、第 {2} 列，为安全起见没有读取。请删去远处多余的内容（{3}）</source>
        <translation>A sheet of “{0}” reaches to row {1}, column {2} and was not read, to be safe. Delete what stands far out ({3})</translation></message>
    <message><source>“{0}”里有一项内容太大，无法处理</source>
        <translation>“{0}” holds something too big to handle</translation></message>
    <message><source>“{0}”里没有“{1}”{2}</source>
        <translation>“{0}” has no “{1}”{2}</translation></message>
    <message><source>“{0}”里没有“{1}”工作表，不是指标体系。请换一个文件</source>
        <translation>“{0}” has no sheet “{1}”, so it is not a standard. Choose another file</translation></message>
    <message><source>“{0}”里没有表格。请核对是不是选对了文件</source>
        <translation>“{0}” holds no table. Check that it is the right file</translation></message>
    <message><source>“{0}”里的表、视图或触发器与绩衡项目文件不符，可能被别的软件改过。请改用备份</source>
        <translation>The tables, views or triggers of “{0}” are not those of a Jiheng project; another program may have changed it. Use a backup</translation></message>
    <message><source>“各要点占比”（shares）合计 {0}%，应为 100%</source>
        <translation>“Share of each point” adds up to {0}%, should be 100%</translation></message>
    <message><source>“扣百分之几”读作分值的百分数</source>
        <translation>per cent deducted are read as per cent of the weight</translation></message>
    <message><source>“按比例”也可以读作完成值与标准值之比，低于起计比例不得分</source>
        <translation>“in proportion” can also mean the ratio of value to target, with no score below the floor</translation></message>
    <message><source>“未命名”</source>
        <translation>“untitled”</translation></message>
    <message><source>“满分点”（full）和“零分点”（zero）不能相同</source>
        <translation>“Full-score point” and “Zero-score point” must differ</translation></message>
    <message><source>“超额界限”（over_cap）只用于越大越好的比例。请清空它和“超额扣分”，或把方向改为 forward</source>
        <translation>“Excess limit” is only for ratios where more is better. Clear it and “Points off for excess”, or change the direction</translation></message>
    <message><source>“超额界限”（over_cap）和“超额扣分”（over_deduction）应同时填写或同时空着</source>
        <translation>Fill in both “Excess limit” and “Points off for excess”, or neither</translation></message>
    <message><source>、</source>
        <translation>, </translation></message>
    <message><source>。可用的有：{0}</source>
        <translation>. There are: {0}</translation></message>
    <message><source>一</source>
        <translation>1</translation></message>
    <message><source>一个项目文件只能有一行项目</source>
        <translation>A project file has exactly one project row</translation></message>
    <message><source>一对花括号</source>
        <translation>a group in braces</translation></message>
    <message><source>一票否决条件“{0}”</source>
        <translation>Veto condition “{0}”</translation></message>
    <message><source>一组值</source>
        <translation>a list</translation></message>
    <message><source>一行</source>
        <translation>a row</translation></message>
    <message><source>三</source>
        <translation>3</translation></message>
    <message><source>上升</source>
        <translation>rise</translation></message>
    <message><source>上级关系成环，无法计分。请改正它的“上级”</source>
        <translation>The parents form a ring, so it cannot be scored. Correct its “Parent”</translation></message>
    <message><source>下级得分之和</source>
        <translation>Sum of the scores below</translation></message>
    <message><source>下降</source>
        <translation>fall</translation></message>
    <message><source>不低于 {0}</source>
        <translation>{0} or more</translation></message>
    <message><source>不作为一行导入，记为申报数备查</source>
        <translation>Not imported as a row, kept as the declared figure</translation></message>
    <message><source>不导入，也不记</source>
        <translation>Neither imported nor kept</translation></message>
    <message><source>不小于 {0} 万元</source>
        <translation>not below {0} 10k yuan</translation></message>
    <message><source>不小于 {0} 的{1}</source>
        <translation>{1} of {0} or more</translation></message>
    <message><source>不是报告版本</source>
        <translation>it is not a report version</translation></message>
    <message><source>不符合</source>
        <translation>not met</translation></message>
    <message><source>不能写入“{0}”：{1}；请另选位置</source>
        <translation>“{0}” cannot be written: {1}. Choose another place</translation></message>
    <message><source>不能写入“{0}”：同名的文件夹已经存在，请换一个文件名</source>
        <translation>“{0}” cannot be written: there is a folder of that name. Choose another name</translation></message>
    <message><source>不能写入“{0}”：文件夹“{1}”不存在，请先建立该文件夹或另选位置</source>
        <translation>“{0}” cannot be written: the folder “{1}” does not exist. Make the folder first or choose another place</translation></message>
    <message><source>不能写入“{0}”：没有写入权限，或文件正被其他程序打开；请关闭该文件，或另选文件夹</source>
        <translation>“{0}” cannot be written: permission is missing, or another program has the file open. Close the file, or choose another folder</translation></message>
    <message><source>不能写入“{0}”：磁盘空间不足，请清理后重试，或另选磁盘</source>
        <translation>“{0}” cannot be written: the disk is full. Make room and try again, or choose another disk</translation></message>
    <message><source>不能导出“{0}”。可以导出的有：{1}</source>
        <translation>“{0}” cannot be exported. There are: {1}</translation></message>
    <message><source>不能导出“{0}”：不认识扩展名“{1}”。请用 .pdf 或 .docx（报告）、.xlsx 或 .json（数据表）</source>
        <translation>“{0}” cannot be exported: the ending “{1}” is unknown. Use .pdf or .docx (report), .xlsx or .json (data)</translation></message>
    <message><source>不能导出“{0}”：报告只能导出为 .pdf 或 .docx 文件。请换一个文件名</source>
        <translation>“{0}” cannot be exported: reports are .pdf or .docx files. Choose another name</translation></message>
    <message><source>不能导出到“{0}”：文件夹“{1}”不存在。请先建立该文件夹，或换一个位置</source>
        <translation>Cannot export to “{0}”: the folder “{1}” does not exist. Make the folder first, or choose another place</translation></message>
    <message><source>不能导出到“{0}”：那是一个文件夹。请换一个文件名</source>
        <translation>Cannot export to “{0}”: that is a folder. Choose another name</translation></message>
    <message><source>不能导出到“{0}”：那是项目文件本身。请换一个文件名</source>
        <translation>Cannot export to “{0}”: that is the project file itself. Choose another name</translation></message>
    <message><source>不能建立文件夹“{0}”（{1}）。请核对权限和磁盘</source>
        <translation>The folder “{0}” cannot be made ({1}). Check the permissions and the disk</translation></message>
    <message><source>不超过</source>
        <translation>does not exceed</translation></message>
    <message><source>不超过{0}得满分，超过的按标准值与完成值之比计分</source>
        <translation>Full score up to {0}; above it by the ratio of target to value</translation></message>
    <message><source>不足{0}的不扣分</source>
        <translation>nothing off for less than {0}</translation></message>
    <message><source>不足{0}的按{1}扣分</source>
        <translation>less than {0} counts as {1}</translation></message>
    <message><source>不足{0}的按比例扣分</source>
        <translation>in proportion for less than {0}</translation></message>
    <message><source>不适用，不计入总分，其余指标折算为 100 分</source>
        <translation>Not applicable: left out of the total, the others are scaled to 100</translation></message>
    <message><source>不适用，其分值由其余要点分摊</source>
        <translation>Not applicable: the other points share its weight</translation></message>
    <message><source>不高于 {0}</source>
        <translation>{0} or less</translation></message>
    <message><source>与{0}签有 {1} 份{2}。请核实是否重复录入或重复采购；是续签的请填“续签自”</source>
        <translation>With {0} there are {1} contracts called {2}. Verify whether one was entered or procured twice; for a renewal fill in “Renewal of”</translation></message>
    <message><source>与线性相同：{0} 得满分，{1} 得 0 分，中间按直线</source>
        <translation>The same as a pass mark: full score at {0}, 0 at {1}, a straight line between</translation></message>
    <message><source>专家评分去掉一个最高分和一个最低分后取平均值，专家不少于{0}位</source>
        <translation>Mean of the expert scores without the highest and the lowest; at least {0} experts</translation></message>
    <message><source>专家评分取平均值，专家不少于{0}位</source>
        <translation>Mean of the expert scores; at least {0} experts</translation></message>
    <message><source>专家评分尚未公布（已有 {0} 位专家评分）</source>
        <translation>Expert scores are not released yet ({0} experts have scored)</translation></message>
    <message><source>专家评分尚未公布，还没有专家评分</source>
        <translation>Expert scores are not released yet, and nobody has scored</translation></message>
    <message><source>中断 {0}。请核实这段时间谁在服务、有没有付款</source>
        <translation>a gap of {0}. Verify who served in that time and whether anything was paid</translation></message>
    <message><source>为 {0} 万元</source>
        <translation>of {0} 10k yuan</translation></message>
    <message><source>二</source>
        <translation>2</translation></message>
    <message><source>产出和效益分值合计 {0}，低于 60。请核对分值的分配</source>
        <translation>Outputs and benefits weigh {0} together, less than 60. Check how the weights are distributed</translation></message>
    <message><source>产出和效益合计 {0} 分，低于 60</source>
        <translation>Outputs and benefits have {0} points together, below 60</translation></message>
    <message><source>从备注读出 {0} 份合同的付款条款 {1} 条</source>
        <translation>{1} payment terms of {0} contracts were read from the remarks</translation></message>
    <message><source>从备注读出表中没有列出的付款 {0} 笔，合计 {1}，与合同金额和表中付款不矛盾</source>
        <translation>{0} payments that the table does not list, {1} in all, were read from the remarks; they agree with the contract amounts and the payments of the table</translation></message>
    <message><source>付款</source>
        <translation>Payments</translation></message>
    <message><source>付款合计</source>
        <translation>Total paid</translation></message>
    <message><source>付款和支出</source>
        <translation>Payments and expenses</translation></message>
    <message><source>付款和支出合计</source>
        <translation>payments and expenses total</translation></message>
    <message><source>以 {0} 为标准</source>
        <translation>The standard is {0}</translation></message>
    <message><source>以前年度付款</source>
        <translation>Payments of earlier years</translation></message>
    <message><source>以标准值为准</source>
        <translation>The target is the standard</translation></message>
    <message><source>任何完成值</source>
        <translation>any value</translation></message>
    <message><source>低于</source>
        <translation>below</translation></message>
    <message><source>低于 {0}</source>
        <translation>below {0}</translation></message>
    <message><source>作废{0}须写明原因</source>
        <translation>Give a reason for making {0} void</translation></message>
    <message><source>保持原样</source>
        <translation>the rest stays as it is</translation></message>
    <message><source>修改记录</source>
        <translation>The history</translation></message>
    <message><source>修改记录“{0}”被改动过或已损坏，文件可能已损坏。请改用备份</source>
        <translation>The history entry “{0}” was changed or is damaged; the file may be damaged. Use a backup</translation></message>
    <message><source>修改记录不完整，文件可能已损坏。请改用备份</source>
        <translation>The history is incomplete; the file may be damaged. Use a backup</translation></message>
    <message><source>修改记录与项目文件的表不符，文件可能已损坏。请改用备份</source>
        <translation>The history does not fit the tables of the file, which may be damaged. Use a backup</translation></message>
    <message><source>修改记录是空的</source>
        <translation>The history is empty</translation></message>
    <message><source>修改记录的撤销次序不对，文件可能已损坏。请改用备份</source>
        <translation>The history has undone things in the wrong order; the file may be damaged. Use a backup</translation></message>
    <message><source>修改记录第 {0} 条“{1}”不能重演</source>
        <translation>Entry {0} of the history, “{1}”, cannot be replayed</translation></message>
    <message><source>修改记录第 {0} 条与前后不相连，可能被改动过</source>
        <translation>Entry {0} of the history does not link to its neighbours; it may have been tampered with</translation></message>
    <message><source>修改记录第 {0} 条撤销或重做的不是应当的那一条</source>
        <translation>Entry {0} of the history undoes or redoes another entry than it should</translation></message>
    <message><source>修改记录第 {0} 条的种类不对</source>
        <translation>Entry {0} of the history is of a wrong kind</translation></message>
    <message><source>修改记录里{0}的数值读不懂，文件可能已损坏。请改用备份</source>
        <translation>The history has a number of {0} that cannot be read; the file may be damaged. Use a backup</translation></message>
    <message><source>偏离</source>
        <translation>off</translation></message>
    <message><source>全年执行数 {0} ÷ 全年预算数 {1}</source>
        <translation>Spent in the year {0} ÷ Budget of the year {1}</translation></message>
    <message><source>全年预算数不大于 0，执行率无法计算</source>
        <translation>The budget of the year is not above 0; the execution rate cannot be worked out</translation></message>
    <message><source>全部项目</source>
        <translation>all funds</translation></message>
    <message><source>公开版只有 .pdf 和 .docx 的报告，{0}（{1}）没有公开版</source>
        <translation>Only the report as .pdf or .docx has a public version; {0} ({1}) has none</translation></message>
    <message><source>公式“{0}”没有算出的值。请用 Excel 或 WPS 打开并保存一次，或直接填写数值</source>
        <translation>The formula “{0}” has no calculated value. Open and save the workbook once in Excel or WPS, or enter the value</translation></message>
    <message><source>公式在 {0} 处得满分，在 {1} 处得 0 分，中间是直线</source>
        <translation>The formula gives full score at {0} and 0 at {1}, a straight line between</translation></message>
    <message><source>公式套得太深，最多 {0} 层；请拆成几个公式</source>
        <translation>The formula is nested too deeply, at most {0} levels. Split it into several</translation></message>
    <message><source>公式是空的，请写一个数、一个名称或一个算式</source>
        <translation>The formula is empty. Write a number, a name or a calculation</translation></message>
    <message><source>公式有 {0} 个字，最多 {1} 个字；请拆成几个公式</source>
        <translation>The formula has {0} characters; at most {1} are allowed. Split it into several</translation></message>
    <message><source>公式没有写完，这里还要一个数或名称</source>
        <translation>The formula is not finished; a number or name is missing here</translation></message>
    <message><source>公式里不写“%”：率本身就是百分数，88.33 就是 88.33%；要当比例用，请除以 100</source>
        <translation>Write no “%” in formulas: a rate is a percent number as it is, 88.33 is 88.33%; for a share divide by 100</translation></message>
    <message><source>公式里不能用“{0}”</source>
        <translation>“{0}” cannot be used in formulas</translation></message>
    <message><source>公式里没有“^”。可用的运算是 + - × ÷</source>
        <translation>There is no “^” in formulas. The operators are + - × ÷</translation></message>
    <message><source>公式里没有“{0}”。可用的运算是 + - × ÷</source>
        <translation>There is no “{0}” in formulas. The operators are + - × ÷</translation></message>
    <message><source>内容不完整或被改动过</source>
        <translation>its content is incomplete or was changed</translation></message>
    <message><source>内容几乎相同</source>
        <translation>are almost the same</translation></message>
    <message><source>写成已经完成的事</source>
        <translation>tells what is done already</translation></message>
    <message><source>减 {0} 行</source>
        <translation>rows gone: {0}</translation></message>
    <message><source>减{0}</source>
        <translation>gone: {0}</translation></message>
    <message><source>几位专家评分取平均值</source>
        <translation>The mean of several expert scores</translation></message>
    <message><source>分值为 {0}，不能小于 0</source>
        <translation>The weight is {0}, it must not be below 0</translation></message>
    <message><source>分值合计</source>
        <translation>Weights add up to</translation></message>
    <message><source>分值合计 {0}，应为 100.00</source>
        <translation>The points add up to {0}, should be 100.00</translation></message>
    <message><source>分值合计 {0}，比 100 多 {1} 分：{2}。请调整分值</source>
        <translation>The weights add up to {0}, {1} more than 100: {2}. Adjust the weights</translation></message>
    <message><source>分值合计 {0}，比 100 少 {1} 分：{2}。请调整分值</source>
        <translation>The weights add up to {0}, {1} less than 100: {2}. Adjust the weights</translation></message>
    <message><source>分值小于 0，请改正</source>
        <translation>The weight is below 0, correct it</translation></message>
    <message><source>分值未填</source>
        <translation>Weight missing</translation></message>
    <message><source>分值由 {0} 折算为 {1}（有指标不适用）</source>
        <translation>Weight scaled from {0} to {1} (some indicators are not applicable)</translation></message>
    <message><source>分母为零，无法计算</source>
        <translation>The divisor is zero; this cannot be worked out</translation></message>
    <message><source>分组{0}</source>
        <translation>Group {0}</translation></message>
    <message><source>分组标题</source>
        <translation>Group heading</translation></message>
    <message><source>删去{0}</source>
        <translation>{0} taken out</translation></message>
    <message><source>删去一段{0}</source>
        <translation>paragraph {0} taken out</translation></message>
    <message><source>删去标题{0}</source>
        <translation>heading {0} taken out</translation></message>
    <message><source>制度{0}{1}{2}。请核实，或写入问题</source>
        <translation>Regulation {0}: {1}{2}. Verify it, or write it up as a finding</translation></message>
    <message><source>制度{0}一处记为“{1}”，一处记为“{2}”。请核实后只留一条</source>
        <translation>Regulation {0} is recorded once as “{1}” and once as “{2}”. Verify it and keep one entry</translation></message>
    <message><source>剪贴板</source>
        <translation>Clipboard</translation></message>
    <message><source>剪贴板里没有表格。请先在 Excel、WPS、Word 或网页里复制表格</source>
        <translation>There is no table in the clipboard. Copy one in Excel, WPS, Word or a web page first</translation></message>
    <message><source>剪贴板里的内容太多。请先存成文件再导入</source>
        <translation>The clipboard holds too much. Save it as a file and import that</translation></message>
    <message><source>剪贴板里的表格太大。请先存成文件再导入</source>
        <translation>The table in the clipboard is too big. Save it as a file and import that</translation></message>
    <message><source>加引号的{0}，如 "{1}"</source>
        <translation>{0}, such as {1}</translation></message>
    <message><source>加权平均的权不能是负数</source>
        <translation>The weights of a weighted mean must not be negative</translation></message>
    <message><source>单位：{0}</source>
        <translation>Unit: {0}</translation></message>
    <message><source>单元格里是 Excel 的错误值 {0}。请改好公式，或直接填写数值</source>
        <translation>The cell shows the Excel error {0}. Repair the formula, or enter the value</translation></message>
    <message><source>原合同金额或续签额未填，比例无法计算</source>
        <translation>the amount of the original contract or of the renewal is missing, so that no proportion can be worked out</translation></message>
    <message><source>去掉最高 {0} 和最低 {1}，</source>
        <translation>without the highest {0} and the lowest {1}, </translation></message>
    <message><source>参数“{0}”写了两次。请只留一个</source>
        <translation>The parameter “{0}” is there twice. Keep one</translation></message>
    <message><source>及格线：{0} 得满分，{1} 得 0 分，中间按直线</source>
        <translation>Pass mark: full score at {0}, 0 at {1}, a straight line between</translation></message>
    <message><source>反馈意见{0}还没有写采纳情况。请逐条答复</source>
        <translation>The opinion {0} has no answer on its adoption yet. Answer each one</translation></message>
    <message><source>发文日期</source>
        <translation>Issued on</translation></message>
    <message><source>另有{0}条付款条款没有应付日期和条件成就日期，未画出。</source>
        <translation>{0} more terms have no date and are not drawn.</translation></message>
    <message><source>另有{0}笔付款没有可用的日期，合计{1}，未画出。</source>
        <translation>{0} more payments have no usable date, {1} in all, and are not drawn.</translation></message>
    <message><source>另有{0}笔付款没有金额，未画出。</source>
        <translation>{0} more payments have no amount and are not drawn.</translation></message>
    <message><source>只写了多少以下不得分，以上的假定按完成比例计分</source>
        <translation>Only the limit below which nothing is scored is written; above it the ratio of completion is assumed</translation></message>
    <message><source>只改不同的单元格</source>
        <translation>only differing cells are changed</translation></message>
    <message><source>只是推测，请核对</source>
        <translation>only a guess, check it</translation></message>
    <message><source>只有 {0} 位专家评分，至少要 {1} 位</source>
        <translation>Only {0} experts have scored, at least {1} are needed</translation></message>
    <message><source>只有 {0} 期数，至少要两期才能比较</source>
        <translation>Only {0} periods have figures, at least two are needed</translation></message>
    <message><source>只有得满分和不得分两种结论</source>
        <translation>Only full score or none</translation></message>
    <message><source>只看{0}，{1}</source>
        <translation>By the {0} alone: {1}</translation></message>
    <message><source>可以写 资金["F2"].已支付、基础数据["全年信息更新量"]</source>
        <translation>Such as 资金["F2"].已支付 or 基础数据["全年信息更新量"]</translation></message>
    <message><source>可写的参数：{0}</source>
        <translation>Parameters: {0}</translation></message>
    <message><source>各年付款合计 {0}，多于合同金额 {1}</source>
        <translation>the payments of all years are {0}, more than the contract amount {1}</translation></message>
    <message><source>各期数值应逐期{0}，有一期未{1}即不得分，{2}</source>
        <translation>A {0} is due in every period; one without a {1} scores 0; {2}</translation></message>
    <message><source>各期数值应逐期{0}，每有一期未{1}扣{2}，扣完为止，{3}</source>
        <translation>A {0} is due in every period; {2} off for each without a {1}, down to 0; {3}</translation></message>
    <message><source>各期数值应逐期变化</source>
        <translation>The values should move in every period</translation></message>
    <message><source>各期数值应逐期变化；没有写明未达到怎么扣，按一期未达到即不得分</source>
        <translation>The values should move in every period; what a miss costs is not written, so that one miss scores 0</translation></message>
    <message><source>各次付款合计 {0}，合同金额 {1}</source>
        <translation>the payments are {0} in all, the contract amount is {1}</translation></message>
    <message><source>各行的值</source>
        <translation>The values of the rows</translation></message>
    <message><source>各要点依次占分值的{0}</source>
        <translation>The points weigh in turn {0}</translation></message>
    <message><source>各要点按所填占比分配分值，未填的平均分配</source>
        <translation>The points share the weight as filled in, the others evenly</translation></message>
    <message><source>各问卷的有效数都是 0</source>
        <translation>No survey has a valid form</translation></message>
    <message><source>各项目合计</source>
        <translation>Sum over the funds</translation></message>
    <message><source>各项目申报已支付合计 {0}，付款和支出合计 {1}，差 {2}。请核对各项目的申报数</source>
        <translation>The payments declared by the funds total {0}, payments and expenses {1}: {2} apart. Check the declared figures of the funds</translation></message>
    <message><source>各项目申报已支付合计 {0}，付款和支出合计 {1}，差 {2}，出自 {3}。改正后合计随之相符</source>
        <translation>The payments declared by the funds total {0}, payments and expenses {1}: {2} apart, from {3}. Once these are corrected the total agrees</translation></message>
    <message><source>合同 {0} 份</source>
        <translation>{0} contracts</translation></message>
    <message><source>合同 {0} 份合计</source>
        <translation>Sum of {0} contracts</translation></message>
    <message><source>合同{0}</source>
        <translation>Contract {0}</translation></message>
    <message><source>合同{0}{1} 支付{2}，条款{3}的条件 {4} 才成就，{5}。请核实付款依据</source>
        <translation>Contract {0}:{2} paid on {1}, but the condition of the term {3} was met only on {4}, {5}. Verify what the payment rests on</translation></message>
    <message><source>合同{0}已于 {1} 验收，{2}未开展。请督促办理，或写入问题</source>
        <translation>Contract {0} was accepted on {1}, {2} not started. Urge the unit to do it, or write it up as a finding</translation></message>
    <message><source>合同{0}有 {1} 项明细金额为零：{2}。请核实是否免费提供</source>
        <translation>Contract {0} has {1} item(s) priced at zero: {2}. Verify whether they are free of charge</translation></message>
    <message><source>合同{0}服务 {1} 开始，合同 {2} 签订，{3}。请核实无合同期间的服务和付款</source>
        <translation>Contract {0}: service started on {1}, the contract was signed on {2}, {3}. Verify service and payments in the time without a contract</translation></message>
    <message><source>合同{0}条款{1}应付 {2}，已付 {3}，多付 {4}。请核对付款和对应条款</source>
        <translation>Contract {0}, term {1}: due {2}, paid {3}, {4} too much. Check the payments and their terms</translation></message>
    <message><source>合同{0}的{1}约定 {2}，实际 {3}，多 {4}。请核实数量和付款</source>
        <translation>Contract {0}: {1} agreed {2}, delivered {3}, {4} more. Verify quantity and payment</translation></message>
    <message><source>合同{0}的{1}约定 {2}，实际 {3}，少 {4}。请核实数量和付款</source>
        <translation>Contract {0}: {1} agreed {2}, delivered {3}, {4} less. Verify quantity and payment</translation></message>
    <message><source>合同{0}的付款比例合计 {1}%，应为 100%。请核对各期比例</source>
        <translation>Contract {0}: the shares of its terms add up to {1}% instead of 100%. Check the share of each term</translation></message>
    <message><source>合同{0}续签未见竞争性采购程序：{1}。请查明采购程序，或填写实际的采购方式</source>
        <translation>Contract {0} was renewed without a competitive procedure: {1}. Find out how it was procured, or fill in the actual procurement method</translation></message>
    <message><source>合同{0}金额 {1}，付款条款合计 {2}，差 {3}。请核对各期应付金额</source>
        <translation>Contract {0}: amount {1}, its terms add up to {2}: {3} apart. Check the amount due of each term</translation></message>
    <message><source>合同{0}金额 {1}，已付 {2}，多付 {3}。请核对付款，或补录变更后的合同金额</source>
        <translation>Contract {0}: amount {1}, paid {2}, {3} too much. Check the payments, or enter the amount as changed</translation></message>
    <message><source>合同{0}金额 {1}，明细合计 {2}，差 {3}。请核对合同金额和各项明细</source>
        <translation>Contract {0}: amount {1}, its items add up to {2}: {3} apart. Check the amount and the items</translation></message>
    <message><source>合同合计</source>
        <translation>Contracts in total</translation></message>
    <message><source>合同明细</source>
        <translation>Contract items</translation></message>
    <message><source>合同未填采购方式：{0}。请补填</source>
        <translation>Contract without a procurement method: {0}. Fill it in</translation></message>
    <message><source>合同金额</source>
        <translation>Contract amount</translation></message>
    <message><source>合同金额未填</source>
        <translation>Contract amount missing</translation></message>
    <message><source>合并或空着的单元格按上一行补齐：{0}，共 {1} 处</source>
        <translation>Merged or empty cells are filled from the row above: {0}, {1} cells</translation></message>
    <message><source>合计</source>
        <translation>Total</translation></message>
    <message><source>名单 {0} 人</source>
        <translation>{0} persons on the rosters</translation></message>
    <message><source>否，得 0 分</source>
        <translation>No, score 0</translation></message>
    <message><source>四</source>
        <translation>4</translation></message>
    <message><source>四舍五入到两位小数</source>
        <translation>Rounded to two decimals</translation></message>
    <message><source>在 {0} 至 {1} 万元之间</source>
        <translation>between {0} and {1} 10k yuan</translation></message>
    <message><source>基础数据</source>
        <translation>Figure</translation></message>
    <message><source>填写的现场核查金额</source>
        <translation>Inspected amount as filled in</translation></message>
    <message><source>增 {0} 行</source>
        <translation>rows added: {0}</translation></message>
    <message><source>增{0}</source>
        <translation>added: {0}</translation></message>
    <message><source>增加{0}</source>
        <translation>{0} added</translation></message>
    <message><source>增加一段{0}</source>
        <translation>paragraph {0} added</translation></message>
    <message><source>增加标题{0}</source>
        <translation>heading {0} added</translation></message>
    <message><source>处</source>
        <translation> fault(s)</translation></message>
    <message><source>备注“{0}年”不是有效年份，付款 {1} {2}</source>
        <translation>The remark of year “{0}” is no valid year; the payment {1} is {2}</translation></message>
    <message><source>备注“{0}年”不是有效年份，没有读入付款 {1}</source>
        <translation>The remark of year “{0}” is no valid year; the payment {1} was not read</translation></message>
    <message><source>备注的付款条款没有读入：{0}</source>
        <translation>The payment terms in the remark were not read: {0}</translation></message>
    <message><source>备注说 {0} 年支付 {1}，表中是 {2}</source>
        <translation>the remark says {1} paid in {0}, the table {2}</translation></message>
    <message><source>备注说合同总价 {0}，表中是 {1}。合同金额按表中的数{2}</source>
        <translation>The remark says a contract total of {0}, the table {1}. The contract amount is that of the table{2}</translation></message>
    <message><source>备注说合同款已全部支付，各年付款合计 {0}，合同金额 {1}</source>
        <translation>the remark says that the contract is paid in full; the payments of all years are {0}, the contract amount is {1}</translation></message>
    <message><source>备注说已支付 {0}，没有写年份，没有读入付款</source>
        <translation>: the remark says {0} was paid without a year; no payment was read</translation></message>
    <message><source>备注说未付 {0}，合同金额减各年付款是 {1}</source>
        <translation>the remark says {0} unpaid; the contract amount less the payments is {1}</translation></message>
    <message><source>多 {0} 分</source>
        <translation>{0} more</translation></message>
    <message><source>多了一个右括号，或者前面少了左括号</source>
        <translation>One closing bracket too many, or an opening one missing before it</translation></message>
    <message><source>大于 0 的{0}</source>
        <translation>{0} above 0</translation></message>
    <message><source>失分 {0} 没有对应问题：{1}。请关联问题，或在评价意见中说明</source>
        <translation>{0} lost points without a finding: {1}. Link a finding, or explain them in the comment</translation></message>
    <message><source>字体文件“{0}”不能使用，请换用其他字体或重新安装程序：{1}</source>
        <translation>The font file “{0}” cannot be used. Use another font or install the program again: {1}</translation></message>
    <message><source>完成值 {0} 不在任何一档内</source>
        <translation>The value {0} is in no band</translation></message>
    <message><source>完成值不超过指标值得满分，超过的按指标值与完成值之比计分</source>
        <translation>Full score up to the target; above it by the ratio of target to value</translation></message>
    <message><source>完成值为 {0}，应填 1（是）或 0（否）</source>
        <translation>The value is {0}, it should be 1 (yes) or 0 (no)</translation></message>
    <message><source>完成值未填</source>
        <translation>Value missing</translation></message>
    <message><source>完成值等于指标值得满分，不等的按两者中较小的与较大的之比计分</source>
        <translation>Full score at the target; otherwise by the ratio of the smaller to the larger</translation></message>
    <message><source>完成值达到指标值得满分，未达到的按完成值与指标值之比计分</source>
        <translation>Full score from the target; below it by the ratio of value to target</translation></message>
    <message><source>完成比例 {0}%，低于 {1}%，得 0 分</source>
        <translation>The ratio {0}% is below {1}%, score 0</translation></message>
    <message><source>完成比例 {0}%，达到超额界限 {1}%</source>
        <translation>The ratio {0}% reaches the excess limit {1}%</translation></message>
    <message><source>定性结论未填</source>
        <translation>The qualitative conclusion is missing</translation></message>
    <message><source>实际完成值未填</source>
        <translation>The actual value is missing</translation></message>
    <message><source>实际日期</source>
        <translation>Actual date</translation></message>
    <message><source>导出已取消，没有写入文件</source>
        <translation>The export was stopped; no file was written</translation></message>
    <message><source>封顶条件“{0}”</source>
        <translation>Cap condition “{0}”</translation></message>
    <message><source>将新增{0}“{1}”</source>
        <translation>{0} “{1}” will be added</translation></message>
    <message><source>小数点前要有数字，请写成 0.5 这样的数</source>
        <translation>A digit is missing before the decimal point. Write it like 0.5</translation></message>
    <message><source>小计</source>
        <translation>Subtotal</translation></message>
    <message><source>少 {0} 分</source>
        <translation>{0} less</translation></message>
    <message><source>层级超过 {0} 层，无法计分。请把它移到上面的层级</source>
        <translation>It lies deeper than {0} levels, so it cannot be scored. Move it up</translation></message>
    <message><source>工作簿</source>
        <translation>workbook</translation></message>
    <message><source>工作簿里的“{0}”表已有 {1} 行，又选了指标体系“{2}”。请去掉其中一个：不加 --standard，或先清空工作簿里的这张表</source>
        <translation>The sheet “{0}” of the workbook has {1} rows already, and the standard “{2}” was chosen as well. Drop one of them: leave out --standard, or empty that sheet first</translation></message>
    <message><source>工作表“{0}”不认识，没有导入</source>
        <translation>The sheet “{0}” is unknown and was not imported</translation></message>
    <message><source>工作表“{0}”有两列“{1}”，只读了前一列</source>
        <translation>The sheet “{0}” has two columns “{1}”; only the first was read</translation></message>
    <message><source>工作表“{0}”的列“{1}”不认识，没有导入</source>
        <translation>In the sheet “{0}” the column “{1}” is unknown and was not imported</translation></message>
    <message><source>工作表“{0}”第 {1} 行</source>
        <translation>sheet “{0}”, row {1}</translation></message>
    <message><source>工作表“{0}”第 {1} 行“{2}”：{3}</source>
        <translation>Sheet “{0}”, row {1}, “{2}”: {3}</translation></message>
    <message><source>已提供 {0} 项（部分提供的不计）</source>
        <translation>{0} provided (in part does not count)</translation></message>
    <message><source>已支付的全部</source>
        <translation>All that is paid</translation></message>
    <message><source>已有“{0}”，没有覆盖它。请换一个文件名</source>
        <translation>“{0}” is there already and was not overwritten. Choose another name</translation></message>
    <message><source>已有名为“{0}”的指标体系，没有覆盖它。请换一个名称</source>
        <translation>There is a standard “{0}” already; it was not overwritten. Choose another name</translation></message>
    <message><source>已评 {0}，未评 {1}</source>
        <translation>Scored {0}, not scored {1}</translation></message>
    <message><source>带引号的文字不能单独写在这里。{0}</source>
        <translation>Quoted text cannot stand alone here. {0}</translation></message>
    <message><source>年度指标值 {0}</source>
        <translation>Annual target {0}</translation></message>
    <message><source>年度指标值未填</source>
        <translation>The annual target is missing</translation></message>
    <message><source>应为 1 到 20 个字的名称</source>
        <translation>Should be a name of 1 to 20 characters</translation></message>
    <message><source>应为 true（是）或 false（否），不加引号</source>
        <translation>Should be yes or no</translation></message>
    <message><source>应为 {0} 之一</source>
        <translation>Should be one of {0}</translation></message>
    <message><source>应为{0}</source>
        <translation>Should be {0}</translation></message>
    <message><source>应为{0}，或 {1}</source>
        <translation>Should be {0}, or {1}</translation></message>
    <message><source>应为方括号里的各行，每行写在一对花括号里</source>
        <translation>Add at least one row</translation></message>
    <message><source>应提供资料 {0} 项，未齐 {1} 项（未提供 {2} 项，部分提供 {3} 项）：{4}。请催要，或写入问题</source>
        <translation>Of {0} papers due {1} are not complete ({2} missing, {3} in part): {4}. Ask for them, or write it up as a finding</translation></message>
    <message><source>建议{0}没有对应的问题。请关联问题，或删去建议</source>
        <translation>The recommendation {0} answers no finding. Link a finding, or delete it</translation></message>
    <message><source>引号没有配对，请在名称后面补上引号</source>
        <translation>The quotes are not closed. Put a quote after the name</translation></message>
    <message><source>总分 {0} 紧挨“{1}”的界限 {2}，现为“{3}”。一处四舍五入就会改变等次，请复核</source>
        <translation>The total {0} lies next to {2}, the bound of “{1}”; it is now “{3}”. A single rounding could change the grade: check again</translation></message>
    <message><source>总分封顶 {0}，评分再高也到不了“{1}”（{2}）</source>
        <translation>The total is capped at {0}, no score can reach “{1}” ({2})</translation></message>
    <message><source>总指标减已支付</source>
        <translation>quota minus payments</translation></message>
    <message><source>或持平</source>
        <translation> or level</translation></message>
    <message><source>所指的“{0}”在{1}，那一行有错。请先改好那一行</source>
        <translation>“{0}” is meant, which is in {1}, and that row has mistakes. Correct it first</translation></message>
    <message><source>所有人工评定合计只有 {0} 分的余地，不足 {1} 分</source>
        <translation>All judgements together have room for {0} points only, less than {1}</translation></message>
    <message><source>所选的不是上级指标，不能在它下面分摊</source>
        <translation>What is chosen has no indicators below it to spread weights over</translation></message>
    <message><source>所选的满意度调查已不存在</source>
        <translation>The chosen survey is no longer there</translation></message>
    <message><source>执行率×{0}，最高{0}分</source>
        <translation>Execution rate × {0}, at most {0} points</translation></message>
    <message><source>找不到“{0}”{1}</source>
        <translation>“{0}” was not found{1}</translation></message>
    <message><source>找不到可用的字体：程序自带的字体文件（resources/fonts）缺失或已损坏，请重新安装程序</source>
        <translation>No font can be used: the program's own font files (resources/fonts) are missing or damaged. Install the program again</translation></message>
    <message><source>找不到文件“{0}”。请核对文件名和位置</source>
        <translation>The file “{0}” was not found. Check its name and place</translation></message>
    <message><source>报告和数据共 {0} MB，超过定稿能存的 {1} MB。请先导出报告和数据另存</source>
        <translation>The report and data are {0} MB, more than the {1} MB that a frozen version can hold. Export the report and data first</translation></message>
    <message><source>报告版本“{0}”没有存档，只有登记。请从备份里的项目文件取</source>
        <translation>The report version “{0}” is only listed, not kept. Take it from the project file in a backup</translation></message>
    <message><source>报告版本“{0}”的存档读不了：{1}。请改用备份里的项目文件</source>
        <translation>The kept report version “{0}” cannot be read: {1}. Use the project file in a backup</translation></message>
    <message><source>报告阶段没有“{0}”。可用：{1}</source>
        <translation>There is no report stage “{0}”. There are: {1}</translation></message>
    <message><source>持平不扣分</source>
        <translation>level costs nothing</translation></message>
    <message><source>持平视为未{0}</source>
        <translation>level counts as no {0}</translation></message>
    <message><source>指标“{0}”的文字超过 {1} 字，放不进一个单元格。请先缩短</source>
        <translation>The text of the indicator “{0}” is over {1} characters and does not fit into a cell. Shorten it first</translation></message>
    <message><source>指标体系“{0}”里没有指标，没有保存。请先建立指标</source>
        <translation>The standard “{0}” has no indicators and was not saved. Make indicators first</translation></message>
    <message><source>指标体系“{0}”：{1}。可用：{2}</source>
        <translation>Standard “{0}”: {1}. There are: {2}</translation></message>
    <message><source>指标体系还没有名称。请先取一个名称</source>
        <translation>The standard has no name. Give it one first</translation></message>
    <message><source>指标值和完成值有负数，不能按比例计分。请填写得分</source>
        <translation>Target or value is negative; no score by ratio. Enter the score</translation></message>
    <message><source>指标文{0}是预算调减，金额却为正数 {1}。请填 {2}，或改正类型</source>
        <translation>The allocation {0} is a reduction, but its amount {1} is positive. Enter {2}, or correct its kind</translation></message>
    <message><source>按 {0} 年</source>
        <translation>As {0}</translation></message>
    <message><source>按 {0} 年读入</source>
        <translation>read as of {0}</translation></message>
    <message><source>按分值折算：{0} × {1} ÷ {2}</source>
        <translation>scaled by weight: {0} × {1} ÷ {2}</translation></message>
    <message><source>按填写的得分 {0} 计</source>
        <translation>The score entered counts: {0}</translation></message>
    <message><source>按填写的得分 {0} 计（计算得分 {1}）</source>
        <translation>The score entered counts: {0} (computed {1})</translation></message>
    <message><source>按完成值与标准值之比计分</source>
        <translation>Score by the ratio of value to target</translation></message>
    <message><source>按标准值与完成值之比计分</source>
        <translation>Score by the ratio of target to value</translation></message>
    <message><source>按结论分 {0} 档</source>
        <translation>{0} bands by conclusion</translation></message>
    <message><source>按结论分三档：{0}</source>
        <translation>Three bands by conclusion: {0}</translation></message>
    <message><source>按结论分档，在档内确定得分占分值的比例：{0}</source>
        <translation>By grade, with a share of the weight inside it: {0}</translation></message>
    <message><source>按要点评：每个要点写成下级一行</source>
        <translation>By points: each point becomes a row below</translation></message>
    <message><source>按要点评：每个要点写成下级一行，占比平均</source>
        <translation>By points: each point becomes a row below, with equal shares</translation></message>
    <message><source>按调整得分</source>
        <translation>As adjusted</translation></message>
    <message><source>撤销</source>
        <translation>Undo</translation></message>
    <message><source>支出{0}：数量 {1} × 标准 {2} ＝ {3}，金额写作 {4}，差 {5}。请核对数量、标准和金额</source>
        <translation>Expense {0}: quantity {1} × standard {2} = {3}, but the amount is given as {4}: {5} apart. Check quantity, standard and amount</translation></message>
    <message><source>改 {0} 行</source>
        <translation>rows changed: {0}</translation></message>
    <message><source>数</source>
        <translation>a number</translation></message>
    <message><source>数和日期不能比较；两个日期相差几天请用 {0}</source>
        <translation>Numbers and dates cannot be compared; for the days between two dates use {0}</translation></message>
    <message><source>数据库结构</source>
        <translation>The structure of the database</translation></message>
    <message><source>数据库结构损坏：{0}</source>
        <translation>The structure of the database is damaged: {0}</translation></message>
    <message><source>数（最多 {0} 位小数）</source>
        <translation>a number (at most {0} decimals)</translation></message>
    <message><source>整数</source>
        <translation>a whole number</translation></message>
    <message><source>文件夹“{0}”里没有 CSV 文件。请选择工作簿（.xlsx）或存有 CSV 表格的文件夹</source>
        <translation>The folder “{0}” has no CSV files. Choose a workbook (.xlsx) or a folder with CSV tables</translation></message>
    <message><source>文件里的表、视图或触发器与绩衡项目文件不符</source>
        <translation>The tables, views or triggers in the file are not those of a Jiheng project</translation></message>
    <message><source>文号{0}的年份应用六角括号：{1}</source>
        <translation>The year in the document number {0} should stand in brackets like these: {1}</translation></message>
    <message><source>文档</source>
        <translation>document</translation></message>
    <message><source>方括号里{0}</source>
        <translation>a list, each {0}</translation></message>
    <message><source>方括号里要写带引号的编号或名称。{0}</source>
        <translation>Write a code or name in quotes between the brackets. {0}</translation></message>
    <message><source>旁边留有“{0}”，是同名项目未完成的修改。请先移走它，或换一个文件名</source>
        <translation>“{0}” beside it is an unfinished change of a project of that name. Move it away first, or choose another name</translation></message>
    <message><source>无法在“{0}”建立“{1}”。请核对文件夹、权限和剩余空间</source>
        <translation>“{1}” cannot be made in “{0}”. Check the folder, the permissions and the space left</translation></message>
    <message><source>无法打开或写入“{0}”。请核对文件夹是否还在、是否有写入权限</source>
        <translation>“{0}” cannot be opened or written. Check that the folder is still there and can be written</translation></message>
    <message><source>无法考核的要点不得分</source>
        <translation>points that cannot be assessed score 0</translation></message>
    <message><source>无法考核的要点得满分</source>
        <translation>points that cannot be assessed score in full</translation></message>
    <message><source>无法考核，按项目设置不得分</source>
        <translation>Not assessable, scores 0 by the project’s settings</translation></message>
    <message><source>无法考核，按项目设置计满分</source>
        <translation>Not assessable, scores in full by the project’s settings</translation></message>
    <message><source>无法读取“{0}”。请核对文件是否还在、是否有权限</source>
        <translation>“{0}” cannot be read. Check that the file is still there and permitted</translation></message>
    <message><source>无法读取“{0}”。请核对权限，或文件是否在别处打开</source>
        <translation>“{0}” cannot be read. Check the permissions, or whether it is open elsewhere</translation></message>
    <message><source>日期不够精确，天数在 {0} 到 {1} 之间；请把日期填到日</source>
        <translation>The dates are not exact: between {0} and {1} days; enter them to the day</translation></message>
    <message><source>日期不够精确，无法判断先后；请把日期填到日</source>
        <translation>The dates are not exact enough to tell which comes first; enter them to the day</translation></message>
    <message><source>早 {0} 天</source>
        <translation>{0} days early</translation></message>
    <message><source>明确</source>
        <translation>clear</translation></message>
    <message><source>是较新的程序存的，请升级后再打开</source>
        <translation>it was saved by a newer program; update, then open it</translation></message>
    <message><source>是，得满分 {0}</source>
        <translation>Yes, full score {0}</translation></message>
    <message><source>晚 {0} 天</source>
        <translation>{0} days late</translation></message>
    <message><source>有 {0} 个文号的年份应用六角括号（如 {1}）：{2}</source>
        <translation>{0} document numbers should have their year in brackets as in {1}: {2}</translation></message>
    <message><source>有 {0} 份合同的结算评审或竣工决算未开展，没有验收日期：{1}。已验收的请补填日期，还不到时候的请改为“未到期”</source>
        <translation>{0} contracts have settlement or final accounts not started and no date of acceptance: {1}. Fill in the date where the work was accepted; change to “Not due” where it is too early</translation></message>
    <message><source>有 {0} 条{1}叫“{2}”。请改用编号或 id 指明是哪一条</source>
        <translation>{0} rows of {1} are called “{2}”. Tell which one by code or id</translation></message>
    <message><source>有 {0} 条{1}符合“{2}”，请改用 id：{3}</source>
        <translation>{0} rows of {1} fit “{2}”; use the id: {3}</translation></message>
    <message><source>有 {0} 条付款条款已付款，没有条件成就日期：{1}。请补填；条件确未成就的，属于提前付款</source>
        <translation>{0} terms are paid, but the date their condition was met is missing: {1}. Fill it in; where the condition is not met, the payment was early</translation></message>
    <message><source>有 {0} 行{1}都叫“{2}”，分不清是哪一行。请改用编号或先改名</source>
        <translation>{0} rows of {1} are called “{2}” and cannot be told apart. Use the code, or rename one first</translation></message>
    <message><source>有 {0} 项失分没有评价意见：{1}。请补写</source>
        <translation>{0} indicators lost points without a comment: {1}. Write one</translation></message>
    <message><source>有 {0} 项无法考核：{1}。请在报告中说明</source>
        <translation>{0} indicators cannot be assessed: {1}. Explain it in the report</translation></message>
    <message><source>有 {0} 项绩效目标没有一级指标</source>
        <translation>{0} objectives have no level-1 indicator</translation></message>
    <message><source>有专家评 {0} 分，不在 0 到分值 {1} 之间</source>
        <translation>An expert gave {0}, which is not from 0 to the weight {1}</translation></message>
    <message><source>有几个都叫这个名称，请改用编号</source>
        <translation>several have this name; use the code</translation></message>
    <message><source>有分值小于 0，不能分摊。请先改正</source>
        <translation>A weight is below 0, so nothing can be spread. Correct it first</translation></message>
    <message><source>有同一句话{0}</source>
        <translation>share the sentence {0}</translation></message>
    <message><source>有指标不适用，其余分值已折算为 100 分；{0} 项的调整得分按填写的分数计，没有随之折算：{1}。请核对这些得分</source>
        <translation>Some indicators are not applicable and the other weights were scaled to 100 points; {0} adjusted scores count as typed and were not scaled: {1}. Check these scores</translation></message>
    <message><source>有的数太大或太细，不能计分。请核对完成值、标准值和单位</source>
        <translation>A figure is too large or too fine to be scored. Check value, target and unit</translation></message>
    <message><source>未写明条件</source>
        <translation>no condition written</translation></message>
    <message><source>未命名</source>
        <translation>untitled</translation></message>
    <message><source>未定等次</source>
        <translation>no grade yet</translation></message>
    <message><source>未评：{0}</source>
        <translation>Not scored: {0}</translation></message>
    <message><source>本年</source>
        <translation> this year</translation></message>
    <message><source>本年付款</source>
        <translation>Payments of the year</translation></message>
    <message><source>权重分的{0}%</source>
        <translation>{0}% of the weight</translation></message>
    <message><source>条件已成就</source>
        <translation>condition met</translation></message>
    <message><source>条件未成就或未填</source>
        <translation>condition not met or not filled in</translation></message>
    <message><source>极差 {0}（{1} 至 {2}）</source>
        <translation>range {0} ({1} to {2})</translation></message>
    <message><source>标准值</source>
        <translation>the target</translation></message>
    <message><source>标准值 {0} </source>
        <translation>the target {0}</translation></message>
    <message><source>标准值为 {0}，不大于 0，不能按比例计分</source>
        <translation>The target is {0}, not above 0, so there is no ratio</translation></message>
    <message><source>标题</source>
        <translation>Title</translation></message>
    <message><source>标题{0}改为{1}</source>
        <translation>heading {0} became {1}</translation></message>
    <message><source>校验值为 {0}… 的附件内容已损坏</source>
        <translation>The content of the attachment with the checksum {0}… is damaged</translation></message>
    <message><source>档内比例 {0}% 不在“{1}”一档（{2}）内</source>
        <translation>The share in grade {0}% is outside “{1}” ({2})</translation></message>
    <message><source>每 {0} 处扣一次，读作以 0 为标准的偏差扣分，不足 {0} 处的不扣</source>
        <translation>One deduction for each {0}, read as a deviation from 0 with nothing off for less than {0}</translation></message>
    <message><source>每{0}{1}扣{2}</source>
        <translation>{2} off for each {1} {0} it</translation></message>
    <message><source>每有{0}扣{1}，扣完为止</source>
        <translation>{1} off for each {0}, down to 0</translation></message>
    <message><source>比较不能连着写，请用“{0}”连接，如 {1}</source>
        <translation>Comparisons cannot follow each other; join them by “{0}”, as {1}</translation></message>
    <message><source>没有{0}</source>
        <translation>{0}: none</translation></message>
    <message><source>没有{0}“{1}”{2}</source>
        <translation>There is no {0} “{1}”{2}</translation></message>
    <message><source>没有“{0}”这个函数{1}</source>
        <translation>There is no function “{0}”{1}</translation></message>
    <message><source>没有“{0}”这个名称{1}</source>
        <translation>There is no name “{0}”{1}</translation></message>
    <message><source>没有“{0}”这个文件。请核对文件名和位置</source>
        <translation>There is no file “{0}”. Check its name and place</translation></message>
    <message><source>没有“{0}”这个率。可用：{1}、{2}、{3}</source>
        <translation>There is no rate “{0}”. There are: {1}, {2}, {3}</translation></message>
    <message><source>没有“{0}”这种评分规则</source>
        <translation>There is no rule “{0}”</translation></message>
    <message><source>没有“{0}”这种评分规则。可用：{1}</source>
        <translation>There is no rule “{0}”. Available: {1}</translation></message>
    <message><source>没有一个{0}能同时得出{1}。{2}</source>
        <translation>No {0} gives {1} at the same time. {2}</translation></message>
    <message><source>没有一个{0}能得出{1}。{2}</source>
        <translation>No {0} gives {1}. {2}</translation></message>
    <message><source>没有写入。{0}{1}{2}</source>
        <translation>Not written. {0}{1}{2}</translation></message>
    <message><source>没有写明不足一步怎么扣，按比例</source>
        <translation>what less than a step costs is not written: in proportion</translation></message>
    <message><source>没有写明标准，用指标的标准值</source>
        <translation>no standard is written: the indicator’s target is used</translation></message>
    <message><source>没有叫“{0}”的报告版本。现有：{1}</source>
        <translation>There is no report version “{0}”. There are: {1}</translation></message>
    <message><source>没有可以撤销的修改</source>
        <translation>Nothing to undo</translation></message>
    <message><source>没有可以比较计划日期和实际日期的里程碑</source>
        <translation>No milestone has a planned and an actual date to compare</translation></message>
    <message><source>没有可以衡量的数</source>
        <translation>has nothing that can be measured</translation></message>
    <message><source>没有可以调整的指标：末级指标都已锁定</source>
        <translation>There is nothing to adjust: all lowest indicators are locked</translation></message>
    <message><source>没有可以重做的修改</source>
        <translation>Nothing to redo</translation></message>
    <message><source>没有合同明细</source>
        <translation>No contract items</translation></message>
    <message><source>没有名为“{0}”的{1}{2}</source>
        <translation>There is no {1} named “{0}”{2}</translation></message>
    <message><source>没有名为“{0}”的项目设置。可用：{1}</source>
        <translation>There is no project setting “{0}”. There are: {1}</translation></message>
    <message><source>没有导入</source>
        <translation>not imported</translation></message>
    <message><source>没有导入，请选择</source>
        <translation>not imported; please choose</translation></message>
    <message><source>没有应付日期的付款条款，画在条件成就日期处。</source>
        <translation>Terms without a due date stand where their condition was met.</translation></message>
    <message><source>没有应扣分之处，得满分 {0}</source>
        <translation>Nothing to deduct, full score {0}</translation></message>
    <message><source>没有引号的 {0}</source>
        <translation>{0}</translation></message>
    <message><source>没有找到表头，各列按内容猜测。请在上面指定表头，或逐列核对</source>
        <translation>No head was found; columns are guessed by content. Say above where the head is, or check every column</translation></message>
    <message><source>没有权限读写“{0}”。请核对文件和文件夹的权限</source>
        <translation>“{0}” cannot be read or written for lack of permission. Check the permissions of the file and folder</translation></message>
    <message><source>没有满意度调查</source>
        <translation>No survey</translation></message>
    <message><source>没有申报合同总额</source>
        <translation>No declared contract total</translation></message>
    <message><source>没有电话 {0} 人</source>
        <translation>{0} persons without a phone number</translation></message>
    <message><source>没有绩效目标，只评预算执行率</source>
        <translation>There are no objectives; only the execution rate is scored</translation></message>
    <message><source>没有编号或名称为“{0}”的{1}</source>
        <translation>No row of {1} has the code or name “{0}”</translation></message>
    <message><source>没有编号或名称为“{0}”的{1}。请核对文字，或先在“{1}”表中增加</source>
        <translation>No row of {1} has the code or name “{0}”. Check the text, or add it to “{1}” first</translation></message>
    <message><source>没有认出{0}这一列。请在列头上选择，或改选“导入到”</source>
        <translation>No column was recognised as {0}. Choose it at the head of a column, or another “Import to”</translation></message>
    <message><source>没有读入</source>
        <translation>not read</translation></message>
    <message><source>没有资金指标</source>
        <translation>No allocations</translation></message>
    <message><source>没有这个名称</source>
        <translation>there is none of this name</translation></message>
    <message><source>没有这个附件，可能已被清理</source>
        <translation>This attachment is not there, perhaps cleaned away</translation></message>
    <message><source>没有这样的值</source>
        <translation>there is no such value</translation></message>
    <message><source>没有适用的要点</source>
        <translation>No point is applicable</translation></message>
    <message><source>满分点和零分点之间按直线计分</source>
        <translation>A straight line between full-score and zero-score point</translation></message>
    <message><source>满分要点</source>
        <translation>points in full</translation></message>
    <message><source>满意度调查不分资金项目</source>
        <translation>Surveys are not kept by fund</translation></message>
    <message><source>照样导入</source>
        <translation>imported</translation></message>
    <message><source>照样读入</source>
        <translation>read all the same</translation></message>
    <message><source>由评价人员直接评分并说明理由</source>
        <translation>Scored directly by the evaluator, with a reason</translation></message>
    <message><source>申报数</source>
        <translation>Declared figures</translation></message>
    <message><source>电话 {0} 不止一人使用</source>
        <translation>the telephone number {0} stands for more than one person</translation></message>
    <message><source>界限上的值归上面一档，原文没有写明</source>
        <translation>a value on a bound belongs to the band above, which is not written</translation></message>
    <message><source>疑似代签 {0} 人</source>
        <translation>{0} persons with a doubtful signature</translation></message>
    <message><source>目标 {0}，完成 {1}</source>
        <translation>target {0}, attained {1}</translation></message>
    <message><source>相隔 {0} 天</source>
        <translation>{0} days apart</translation></message>
    <message><source>相隔至少 {0} 天</source>
        <translation>at least {0} days apart</translation></message>
    <message><source>看不出这些合同属于哪个资金项目。请在上面选择</source>
        <translation>It is unclear to which fund these contracts belong. Choose it above</translation></message>
    <message><source>磁盘已满，“{0}”的这次修改没有保存。请腾出空间后再试</source>
        <translation>The disk is full; this change of “{0}” was not saved. Make room and try again</translation></message>
    <message><source>空着</source>
        <translation>empty</translation></message>
    <message><source>空行</source>
        <translation>Empty row</translation></message>
    <message><source>符号“{0}”不认识，请选 ≥、≤、= 或 定性</source>
        <translation>The sign “{0}” is not known; choose ≥, ≤, = or Qualitative</translation></message>
    <message><source>符号未填，不知道指标值是下限、上限还是定性</source>
        <translation>The sign is missing: the target may be a lower bound, an upper bound or qualitative</translation></message>
    <message><source>符合</source>
        <translation>met</translation></message>
    <message><source>符合得满分，不符合不得分</source>
        <translation>Full score if met, none if not</translation></message>
    <message><source>第 {0} 列</source>
        <translation>column {0}</translation></message>
    <message><source>第 {0} 列（没有表头）</source>
        <translation>column {0} (no head)</translation></message>
    <message><source>第 {0} 期缺数，不能逐期比较</source>
        <translation>Period {0} has no figure, so periods cannot be compared</translation></message>
    <message><source>第 {0} 档和第 {1} 档有重合的值。请改上下限，或改是否含上下限</source>
        <translation>Bands {0} and {1} overlap. Change their bounds or whether these are included</translation></message>
    <message><source>第 {0} 档要内插，就要有不同的下限和上限。请补上，或清空“上限处得分”（score_to）</source>
        <translation>Band {0} needs two different bounds for a straight line. Add them or clear the score at its upper bound</translation></message>
    <message><source>第 {0} 档里没有任何值：下限应小于上限；只含一个值的档，两端都要含在内</source>
        <translation>Band {0} holds no value: its lower bound should be below the upper; a band of one value includes both ends</translation></message>
    <message><source>第 {0} 行</source>
        <translation>row {0}</translation></message>
    <message><source>第 {0} 行{1}</source>
        <translation>Row {0}: {1}</translation></message>
    <message><source>第 {0} 行{1}：</source>
        <translation>Row {0}, {1}: </translation></message>
    <message><source>第 {0} 行{1}：{2}。{3}</source>
        <translation>Row {0}, {1}: {2}. {3}</translation></message>
    <message><source>第 {0} 行{1}：{2}。不作为一行导入</source>
        <translation>Row {0}, {1}: {2}. Not imported as a row</translation></message>
    <message><source>等于</source>
        <translation>equals</translation></message>
    <message><source>等于 {0}</source>
        <translation>equal to {0}</translation></message>
    <message><source>算出的数太大或太细，无法计算</source>
        <translation>The number has become too large or too fine to be worked out</translation></message>
    <message><source>算式里只能用数、+ - × ÷ 和括号</source>
        <translation>Only numbers, + - × ÷ and brackets can stand in a calculation</translation></message>
    <message><source>累计{0}</source>
        <translation>{0} so far</translation></message>
    <message><source>约 {0}</source>
        <translation>about {0}</translation></message>
    <message><source>线为累计付款</source>
        <translation>Line: payments so far</translation></message>
    <message><source>线为累计付款，浅色段为付款所在期间</source>
        <translation>Line: payments so far, pale: period of a payment</translation></message>
    <message><source>结余集中在{0}：{1}，占各项目结余的 {2}。请查明原因</source>
        <translation>The balance is concentrated in {0}: {1}, {2} of all balances. Find out why</translation></message>
    <message><source>绩效目标{0}{1}，没有写原因。请补写偏差原因及改进措施</source>
        <translation>Objective {0}: {1}, without a reason. Write why it deviates and what is to be improved</translation></message>
    <message><source>绩效目标{0}未完成：{1}，没有写原因。请补写偏差原因及改进措施</source>
        <translation>Objective {0} was missed: {1}, without a reason. Write why it deviates and what is to be improved</translation></message>
    <message><source>绩效目标{0}远超指标值：{1}。请说明原因，或核对指标值是否偏低</source>
        <translation>Objective {0} far exceeds its target: {1}. Explain why, or check whether the target is too low</translation></message>
    <message><source>续签额 {0} 是原合同 {1} 的 {2}，超过 {3}% 的界限</source>
        <translation>the renewal of {0} is {2} of the original contract of {1}, above the line of {3}%</translation></message>
    <message><source>缺 {0}</source>
        <translation>Missing: {0}</translation></message>
    <message><source>缺{0}。请先填上它，才能求{1}</source>
        <translation>{0} is missing. Fill it in first, then {1} can be found</translation></message>
    <message><source>缺右括号：第 {0} 个字的左括号没有配对</source>
        <translation>A closing bracket is missing: the opening one at character {0} has no partner</translation></message>
    <message><source>缺完成值</source>
        <translation>Value missing</translation></message>
    <message><source>缺定性结论</source>
        <translation>Attainment missing</translation></message>
    <message><source>缺少必填列“{0}”，新增的行需要它。请补上这一列</source>
        <translation>The required column “{0}” is missing, which new rows need. Add the column</translation></message>
    <message><source>缺标准值</source>
        <translation>Target missing</translation></message>
    <message><source>缺标准值：规则参数和指标里都没有</source>
        <translation>Target missing in both rule and indicator</translation></message>
    <message><source>缺档内比例：“{0}”为 {1}</source>
        <translation>Share in grade missing: “{0}” is {1}</translation></message>
    <message><source>缺结论：请填 1（是）或 0（否）</source>
        <translation>Answer missing: fill in 1 (yes) or 0 (no)</translation></message>
    <message><source>缺计数</source>
        <translation>Count missing</translation></message>
    <message><source>自己保存的指标体系里没有“{0}”。随程序附带的不能删除</source>
        <translation>There is no standard “{0}” of your own. Those that come with the program cannot be deleted</translation></message>
    <message><source>至少 {0} 天</source>
        <translation>at least {0} day(s)</translation></message>
    <message><source>至少早 {0} 天</source>
        <translation>at least {0} days early</translation></message>
    <message><source>至少晚 {0} 天</source>
        <translation>at least {0} days late</translation></message>
    <message><source>菱形为付款条款，实心为条件已成就</source>
        <translation>Diamond: term, filled: condition met</translation></message>
    <message><source>行与行的关系</source>
        <translation>The references between rows</translation></message>
    <message><source>表“{0}”有 {1} 列，Word 的表格最多 {2} 列。请改为导出 PDF 或 Excel</source>
        <translation>The table “{0}” has {1} columns; Word tables have at most {2}. Export PDF or Excel instead</translation></message>
    <message><source>表下说明</source>
        <translation>Note below the table</translation></message>
    <message><source>表中有 {0} 个指标文号，没有写是年初预算、结转还是追加，{1}</source>
        <translation>The table has {0} allocation documents without saying initial budget, carry-over or addition; {1}</translation></message>
    <message><source>表中没有写金额单位，按{0}读入。不对请在上面改</source>
        <translation>The table gives no unit of amounts and is read in {0}. Change it above if that is wrong</translation></message>
    <message><source>表头</source>
        <translation>Heads</translation></message>
    <message><source>要分摊 {0} 分，比 0.01 还细。请先把锁定的分值改为两位小数</source>
        <translation>{0} points would have to be spread, finer than 0.01. Give the locked weights two decimals first</translation></message>
    <message><source>要点 {0} 条</source>
        <translation>{0} points</translation></message>
    <message><source>要点“{0}”按自己的规则还没有得分</source>
        <translation>The point “{0}” has no score by its own rule yet</translation></message>
    <message><source>要点“{0}”的部分符合比例为 {1}%</source>
        <translation>The point “{0}” is met by {1}%</translation></message>
    <message><source>要点“{0}”还没有评定是否符合</source>
        <translation>The point “{0}” is not judged yet</translation></message>
    <message><source>要点“{0}”部分符合，缺部分符合比例</source>
        <translation>The point “{0}” is partly met, but its percentage is missing</translation></message>
    <message><source>要点下面还有下级，却另有评分规则，无法计分。请去掉下级，或把评分规则改为“要点”</source>
        <translation>The point has rows below it and a rule of its own, so it cannot be scored. Remove the rows or change the rule to “Points”</translation></message>
    <message><source>要点占比合计 {0}%，应为 100%</source>
        <translation>The shares of the points add up to {0}%, should be 100%</translation></message>
    <message><source>要点占比应在 0% 到 100% 之间</source>
        <translation>Shares of points should be from 0% to 100%</translation></message>
    <message><source>规则参数套了太多层括号。请只写参数名和值</source>
        <translation>The rule’s parameters have too many brackets. Write only names and values</translation></message>
    <message><source>规则参数应写在一对花括号里，如 {{"参数":"值"}}</source>
        <translation>The rule’s parameters should stand in braces, like {{"parameter":"value"}}</translation></message>
    <message><source>规则参数有 {0} 个字，最多 {1} 个字。请删去多余的内容</source>
        <translation>The rule’s parameters have {0} characters, at most {1}. Remove what is not needed</translation></message>
    <message><source>规则参数第 {0} 行第 {1} 个字处写法不对。请写成 {{"参数":"值"}} 的样子，用半角引号、冒号和逗号</source>
        <translation>The rule’s parameters are malformed at line {0}, character {1}. Write them like {{"parameter":"value"}}</translation></message>
    <message><source>规则参数里有 {0} 个占比，要点却有 {1} 个</source>
        <translation>The rule has {0} shares for {1} points</translation></message>
    <message><source>规则参数里没有“{0}”这一档</source>
        <translation>The rule has no band “{0}”</translation></message>
    <message><source>规则参数里的 {0} 不是数。请写成加引号的十进制数，如 "80"</source>
        <translation>{0} in the rule’s parameters is no number. Write a decimal number, such as "80"</translation></message>
    <message><source>规则里的最高得分</source>
        <translation>highest score in the rule</translation></message>
    <message><source>解开后超过 {0} MB</source>
        <translation>it unpacks to more than {0} MB</translation></message>
    <message><source>计划 {0} 人，签到 {1} 人</source>
        <translation>{0} people planned, {1} signed in</translation></message>
    <message><source>计数为 {0}，应为 0 或正整数</source>
        <translation>The count is {0}, it should be 0 or a positive whole number</translation></message>
    <message><source>计算公式得出的是日期，应得出一个数，如 天数(…)</source>
        <translation>The formula gives a date; it should give a number, such as a number of days</translation></message>
    <message><source>计算公式未填</source>
        <translation>Formula missing</translation></message>
    <message><source>计算公式没有结果</source>
        <translation>The formula has no result</translation></message>
    <message><source>计算公式第 {0} 个字处有误：{1}</source>
        <translation>The formula is wrong at character {0}: {1}</translation></message>
    <message><source>评价人员填写</source>
        <translation>Filled in by the evaluator</translation></message>
    <message><source>评价人员评 {0} 分</source>
        <translation>The evaluator gave {0}</translation></message>
    <message><source>评分</source>
        <translation>Score</translation></message>
    <message><source>读作 {0} 档</source>
        <translation>Read as {0} bands</translation></message>
    <message><source>读写“{0}”时磁盘或网络出错，这次修改没有保存。请核对磁盘或网络后再试</source>
        <translation>The disk or network failed while reading or writing “{0}”; this change was not saved. Check the disk or network and try again</translation></message>
    <message><source>调整为 {0}（未能计算），理由：{1}</source>
        <translation>Adjusted to {0} (could not be calculated), reason: {1}</translation></message>
    <message><source>调整为 {0}（计算得分 {1}），理由：{2}</source>
        <translation>Adjusted to {0} (calculated score {1}), reason: {2}</translation></message>
    <message><source>调整得分</source>
        <translation>Adjusted score</translation></message>
    <message><source>资料清单 {0} 项（不适用的除外）</source>
        <translation>{0} requests (without those not applicable)</translation></message>
    <message><source>资金指标</source>
        <translation>Allocations</translation></message>
    <message><source>资金指标合计</source>
        <translation>allocations total</translation></message>
    <message><source>超过</source>
        <translation>above</translation></message>
    <message><source>较明确，请核对</source>
        <translation>fairly clear, check it</translation></message>
    <message><source>达到</source>
        <translation>reaches</translation></message>
    <message><source>达到{0}得满分，未达到的按完成值与标准值之比计分</source>
        <translation>Full score from {0}; below it by the ratio of value to target</translation></message>
    <message><source>达成、部分达成、未达成三档</source>
        <translation>Three bands: attained, partly attained, not attained</translation></message>
    <message><source>达成、部分达成、未达成三档；界限上的值归上面一档，原文没有写明</source>
        <translation>Three bands: attained, partly attained, not attained; a value on a bound belongs to the band above, which is not written</translation></message>
    <message><source>还有 {0} 分没有评定，等次未定</source>
        <translation>{0} points are still open, so there is no grade</translation></message>
    <message><source>还有 {0} 项指标未评，共 {1} 分：{2}</source>
        <translation>{0} indicators are not scored yet, {1} points in all: {2}</translation></message>
    <message><source>还没有专家评分</source>
        <translation>No expert has scored yet</translation></message>
    <message><source>还没有关联佐证材料：{0}。请在归档前补上</source>
        <translation>Without evidence so far: {0}. Link it before filing</translation></message>
    <message><source>还没有定稿过</source>
        <translation>none was frozen yet</translation></message>
    <message><source>还没有末级指标</source>
        <translation>There are no lowest indicators yet</translation></message>
    <message><source>还没有要点</source>
        <translation>No points yet</translation></message>
    <message><source>还没有评分</source>
        <translation>Not scored yet</translation></message>
    <message><source>还没有选评分规则</source>
        <translation>No rule is chosen yet</translation></message>
    <message><source>还没有项目信息。请填写报告标题、被评价单位和预算年度</source>
        <translation>There is no project information yet. Fill in the report’s title, the evaluated unit and the budget year</translation></message>
    <message><source>这一句没有别的写法，请去掉竖线和后面的字</source>
        <translation>This phrase has no other way of writing. Remove the bar and what follows it</translation></message>
    <message><source>这一行与第 {0} 行是同一行。若要新增，请清空隐藏列“{1}”里的内容，并改用新的编号</source>
        <translation>This row is the same as row {0}. To add a new one, empty the hidden column “{1}” and use a new code</translation></message>
    <message><source>这种规则不需要参数，请清空</source>
        <translation>This rule needs no parameters, clear them</translation></message>
    <message><source>这里有看不见的字符（U+{0}），请删去</source>
        <translation>There is an invisible character here (U+{0}). Delete it</translation></message>
    <message><source>这里要{0}，写的却是{1}{2}</source>
        <translation>This must be {0}, but it is {1}{2}</translation></message>
    <message><source>适用的要点占比都是 0%</source>
        <translation>All applicable points have a share of 0%</translation></message>
    <message><source>逗号只用来分开函数括号里的各项；数字里不写千分位</source>
        <translation>Commas only part what stands in a function's brackets; write numbers without thousands separators</translation></message>
    <message><source>逾期最长的里程碑，至少的天数</source>
        <translation>The most overdue milestone, in days at least</translation></message>
    <message><source>逾期里程碑 {0} 个</source>
        <translation>{0} overdue milestones</translation></message>
    <message><source>部分符合</source>
        <translation>partly met</translation></message>
    <message><source>都按“{0}”导入</source>
        <translation>all imported as “{0}”</translation></message>
    <message><source>重做</source>
        <translation>Redo</translation></message>
    <message><source>重叠 {0}。请核实有没有重复付款</source>
        <translation>an overlap of {0}. Verify that nothing was paid twice</translation></message>
    <message><source>金额</source>
        <translation>an amount</translation></message>
    <message><source>金额最多精确到分（万元下六位小数）</source>
        <translation>Amounts go down to fen (six decimals in 10k yuan)</translation></message>
    <message><source>锁定的指标已超过 {0} 分，多 {1} 分。请解除部分锁定</source>
        <translation>The locked indicators exceed {0} points by {1}. Unlock some of them</translation></message>
    <message><source>问卷“{0}”没有有效答题</source>
        <translation>Survey “{0}” has no valid answers</translation></message>
    <message><source>问卷“{0}”的有效数未填</source>
        <translation>Survey “{0}”: valid forms missing</translation></message>
    <message><source>问卷“{0}”的答题数未填全（没有人选的选项填 0）</source>
        <translation>Survey “{0}”: answer counts are incomplete (0 for options that nobody chose)</translation></message>
    <message><source>问卷“{0}”的选项权重应是五个 0 到 100 的数，如 100/75/50/25/0</source>
        <translation>Survey “{0}”: option weights should be five numbers from 0 to 100, such as 100/75/50/25/0</translation></message>
    <message><source>问题</source>
        <translation>Findings</translation></message>
    <message><source>问题{0}没有扣分。如不影响得分，可标为已解释</source>
        <translation>The finding {0} deducts nothing. If it does not touch the score, mark it as explained</translation></message>
    <message><source>问题{0}的整改应在 {1} 前完成，到 {2} 仍为“{3}”，至少逾期 {4} 天。请催办</source>
        <translation>The rectification of the finding {0} was due on {1}; on {2} it is still “{3}”, at least {4} days late. Urge the unit</translation></message>
    <message><source>问题{0}还没有对应的建议。请补写建议并关联</source>
        <translation>The finding {0} has no recommendation yet. Write one and link it</translation></message>
    <message><source>附件</source>
        <translation>Attachment</translation></message>
    <message><source>附件“{0}”有 {1} MB，最多 {2} MB</source>
        <translation>The attachment “{0}” has {1} MB; at most {2} MB are allowed</translation></message>
    <message><source>附件“{0}”的内容不在文件里</source>
        <translation>The content of the attachment “{0}” is not in the file</translation></message>
    <message><source>附件“{0}”的内容已损坏。请改用备份中的附件</source>
        <translation>The attachment “{0}” is damaged. Use the one in a backup</translation></message>
    <message><source>附件没有文件名</source>
        <translation>The attachment has no file name</translation></message>
    <message><source>隐藏的行</source>
        <translation>hidden row</translation></message>
    <message><source>项目{0}</source>
        <translation>Fund {0}</translation></message>
    <message><source>项目{0}总指标 {1}，已支付 {2}，超出 {3}。请核对指标文是否录全、付款是否列错项目</source>
        <translation>Fund {0}: quota {1}, paid {2}, {3} too much. Check that all allocations are entered and no payment stands under the wrong fund</translation></message>
    <message><source>项目{0}总指标为负数 {1}。请核对指标文是否录全、调减的金额对不对</source>
        <translation>Fund {0}: the quota is negative, {1}. Check that all allocations are entered and the reductions are right</translation></message>
    <message><source>项目{0}未付合同款 {1}，结余 {2}，还差 {3}。请核实以后年度的资金来源</source>
        <translation>Fund {0}: {1} still to be paid under contracts, balance {2}, {3} short. Verify where the money of later years comes from</translation></message>
    <message><source>项目{0}的绩效目标{1}。请核对批复的目标，或写入问题</source>
        <translation>The goal of fund {0} {1}. Compare it with the approved goal, or write it up as a finding</translation></message>
    <message><source>项目应恰有一行，现有 {0} 行</source>
        <translation>There should be exactly one project row; there are {0}</translation></message>
    <message><source>项目里已有同样的行（按编号、合同编号或资金项目＋名称＋服务单位认定）：{0}，{1}</source>
        <translation>The project has the same rows already (by code, contract number, or fund, name and vendor): {0}; {1}</translation></message>
    <message><source>项目里有 {0} 行的{1}是“{2}”，不知道要改哪一行。请先改正重复</source>
        <translation>{0} rows of the project have “{2}” as {1}, so it is unclear which one to change. Correct the double first</translation></message>
    <message><source>项目里还没有资金项目，绩效自评表按资金项目编制。请先在“资金”页增加资金项目</source>
        <translation>The project has no funds yet, and the self-evaluation form is made per fund. Add funds on the “Funds” tab first</translation></message>
    <message><source>预算年度未填</source>
        <translation>Budget year missing</translation></message>
    <message><source>预算年度未填，不知道哪些付款属于本年</source>
        <translation>Budget year missing, so nobody knows which payments belong to it</translation></message>
    <message><source>验收</source>
        <translation>Acceptance</translation></message>
    <message><source>验收日期</source>
        <translation>Accepted on</translation></message>
    <message><source>高于 {0}</source>
        <translation>above {0}</translation></message>
    <message><source>（{0} − {1}）</source>
        <translation> ({0} − {1}) </translation></message>
    <message><source>（{0}）</source>
        <translation>({0})</translation></message>
    <message><source>（{0}）÷ {1}</source>
        <translation>({0}) ÷ {1}</translation></message>
    <message><source>（共 {0} 处）</source>
        <translation> ({0} in all)</translation></message>
    <message><source>（另有 {0} 处）</source>
        <translation> (and {0} more)</translation></message>
    <message><source>（未填）</source>
        <translation>(not given)</translation></message>
    <message><source>，</source>
        <translation>, </translation></message>
    <message><source>，出自分组{0}</source>
        <translation>, from the groups {0}</translation></message>
    <message><source>，可能没有列入报告</source>
        <translation>; it may be left out of the report</translation></message>
    <message><source>，备注的数记为申报合同金额</source>
        <translation>; that of the remark is kept as the declared amount</translation></message>
    <message><source>，是不是“{0}”？</source>
        <translation>. Did you mean “{0}”?</translation></message>
    <message><source>，缺{0}</source>
        <translation>, without {0}</translation></message>
    <message><source>，请从“插入数据”里选</source>
        <translation>. Choose one under “Insert data”</translation></message>
    <message><source>，请核对</source>
        <translation>. Check it</translation></message>
    <message><source>：{0}。备注里另有 {1} 笔付款{2}</source>
        <translation>{0}. The remark has {1} other payments, {2}</translation></message>
    <message><source>：{0}。按表中的数导入</source>
        <translation>{0}. Imported as the table says</translation></message>
    <message><source>；</source>
        <translation>; </translation></message>
    <message><source>；函数写作 {0}</source>
        <translation>; write the function as {0}</translation></message>
    <message><source>；基础数据要写成 {0}</source>
        <translation>; write figures as {0}</translation></message>
    <message><source>；请放在 {0} 里</source>
        <translation>; put it into {0}</translation></message>
</context>
<context>
    <name>SettingsForm</name>
    <message><source>不得分</source>
        <translation>No points</translation></message>
    <message><source>计满分</source>
        <translation>Full score</translation></message>
    <message><source>默认 {0}</source>
        <translation>Default {0}</translation></message>
</context>
<context>
    <name>Sheet</name>
    <message><source>第 {0} 页</source>
        <translation>Page {0}</translation></message>
</context>
<context>
    <name>SheetModel</name>
    <message><source>{0}，不作为一行导入</source>
        <translation>{0}; not imported as a row</translation></message>
    <message><source>第 {0} 列</source>
        <translation>Column {0}</translation></message>
</context>
<context>
    <name>Solver</name>
    <message><source> {0}之间</source>
        <translation> {0}</translation></message>
    <message><source> 与</source>
        <translation> and </translation></message>
    <message><source> 同时成立，</source>
        <translation> hold together: </translation></message>
    <message><source> 成立，</source>
        <translation> holds: </translation></message>
    <message><source>{0}应不小于 </source>
        <translation>{0} is at least </translation></message>
    <message><source>{0}应为 </source>
        <translation>{0} is </translation></message>
    <message><source>{0}应在 </source>
        <translation>{0} lies between </translation></message>
    <message><source>。</source>
        <translation>.</translation></message>
    <message><source>不符</source>
        <translation>does not agree</translation></message>
    <message><source>反推：</source>
        <translation>Solved back: </translation></message>
    <message><source>执行率</source>
        <translation>execution rate</translation></message>
    <message><source>相符</source>
        <translation>agrees</translation></message>
    <message><source>结转率</source>
        <translation>carry-over rate</translation></message>
    <message><source>请至少填写一个印出来的率</source>
        <translation>Enter at least one printed rate</translation></message>
    <message><source>调整率</source>
        <translation>adjustment rate</translation></message>
    <message><source>；现为 {0}，</source>
        <translation>; now {0}, </translation></message>
    <message><source>；现在还没有这个数。</source>
        <translation>; the figure is not there yet.</translation></message>
    <message><source>；现填 {0}，</source>
        <translation>; entered {0}, </translation></message>
</context>
<context>
    <name>SolverDialog</name>
    <message><source>关闭</source>
        <translation>Close</translation></message>
    <message><source>其余的数照本项目现在的</source>
        <translation>The other figures as they are in this project</translation></message>
    <message><source>勾选并写好至少一个率，这里就会有结论</source>
        <translation>Tick and enter at least one rate to see the result</translation></message>
    <message><source>印出的{0}</source>
        <translation>Printed {0}</translation></message>
    <message><source>反推</source>
        <translation>Solve back</translation></message>
    <message><source>在预算指标下面显示这个结论，随数据更新</source>
        <translation>Show this result below the budget rates; it follows the data</translation></message>
    <message><source>报告里印出的率四舍五入过：基数在什么范围内，才会印出这样的率。</source>
        <translation>Printed rates are rounded: this finds the range of the base in which such rates are printed.</translation></message>
    <message><source>放到资金页</source>
        <translation>Show on the Funds tab</translation></message>
    <message><source>求</source>
        <translation>Find</translation></message>
    <message><source>现为 {0}</source>
        <translation>now {0}</translation></message>
    <message><source>要反推的基数</source>
        <translation>Base to be found</translation></message>
</context>
<context>
    <name>SolverStrip</name>
    <message><source>反推：{0}</source>
        <translation>Solved back: {0}</translation></message>
</context>
<context>
    <name>SourcePage</name>
    <message><source>{0}　{1} 行</source>
        <translation>{0} {1} rows</translation></message>
    <message><source>{0}（隐藏）　{1} 行</source>
        <translation>{0} (hidden)　{1} rows</translation></message>
    <message><source>可以是 .xlsx、.xls、.csv、.docx；标题、合并单元格、小计和空行都可以留着。也可以把文件拖到窗口上</source>
        <translation>.xlsx, .xls, .csv or .docx; titles, merged cells, subtotals and empty rows may stay. Files can be dropped on the window too</translation></message>
    <message><source>粘贴</source>
        <translation>Paste</translation></message>
    <message><source>表的内容</source>
        <translation>What is in the table</translation></message>
    <message><source>要导入的表</source>
        <translation>Table to import</translation></message>
    <message><source>读入到：{0}</source>
        <translation>Reads into: {0}</translation></message>
    <message><source>读入剪贴板里的表格　Ctrl+V</source>
        <translation>Read the table on the clipboard Ctrl+V</translation></message>
    <message><source>选择一个文件，或从 Excel、WPS、Word 复制后粘贴</source>
        <translation>Choose a file, or copy from Excel, WPS or Word and paste</translation></message>
    <message><source>选择文件…</source>
        <translation>Choose file…</translation></message>
</context>
<context>
    <name>Standards</name>
    <message><source>与</source>
        <translation>with</translation></message>
    <message><source>与哪个指标体系比较</source>
        <translation>Standard to compare with</translation></message>
    <message><source>两个指标体系的差别</source>
        <translation>Differences between two standards</translation></message>
    <message><source>分值</source>
        <translation>Weight</translation></message>
    <message><source>分值 {0}</source>
        <translation>Weight {0}</translation></message>
    <message><source>只有前者有</source>
        <translation>Only in the first</translation></message>
    <message><source>只有后者有</source>
        <translation>Only in the second</translation></message>
    <message><source>差别</source>
        <translation>Difference</translation></message>
    <message><source>建议分值</source>
        <translation>Weight</translation></message>
    <message><source>建议分值 {0}（本程序拟）</source>
        <translation>Suggested weight {0} (by this program)</translation></message>
    <message><source>建议分值（本程序拟），原文没有规定</source>
        <translation>Suggested weights (by this program); the source sets none</translation></message>
    <message><source>建议规则（本程序拟）</source>
        <translation>Suggested rules (by this program)</translation></message>
    <message><source>指标</source>
        <translation>Indicator</translation></message>
    <message><source>指标体系预览</source>
        <translation>Preview of the standard</translation></message>
    <message><source>指标解释</source>
        <translation>Explanation</translation></message>
    <message><source>文字凭记忆整理，引用前请与原表核对</source>
        <translation>Text from memory; compare it with the source before quoting</translation></message>
    <message><source>没有别的指标体系可以比较</source>
        <translation>There is no other standard to compare with</translation></message>
    <message><source>注</source>
        <translation>Note</translation></message>
    <message><source>相同 {0} 项，不同 {1} 项，只有前者有 {2} 项，只有后者有 {3} 项（含要点）</source>
        <translation>{0} the same, {1} different, {2} only in the first, {3} only in the second (points included)</translation></message>
    <message><source>计算公式</source>
        <translation>Formula</translation></message>
    <message><source>计量</source>
        <translation>Measure</translation></message>
    <message><source>评价要点</source>
        <translation>Criterion points</translation></message>
    <message><source>评分标准</source>
        <translation>Criteria</translation></message>
    <message><source>评分规则</source>
        <translation>Rule</translation></message>
</context>
<context>
    <name>StandardsDialog</name>
    <message><source>{0} 项指标</source>
        <translation>{0} indicators</translation></message>
    <message><source>先删去本项目现有的指标和得分；可以撤销</source>
        <translation>Delete this project's indicators and scores first; can be undone</translation></message>
    <message><source>关闭</source>
        <translation>Close</translation></message>
    <message><source>分值合计 {0}</source>
        <translation>Weights {0}</translation></message>
    <message><source>勾选要套用的指标</source>
        <translation>Tick the indicators to apply</translation></message>
    <message><source>套用指标</source>
        <translation>Apply indicators</translation></message>
    <message><source>套用指标体系“{0}”</source>
        <translation>Apply standard "{0}"</translation></message>
    <message><source>导出指标体系</source>
        <translation>Export standard</translation></message>
    <message><source>将新增 {0} 项、{1} 分</source>
        <translation>{0} indicators with {1} points will be added</translation></message>
    <message><source>已删除“{0}”。</source>
        <translation>"{0}" deleted.</translation></message>
    <message><source>已套用“{0}”，新增 {1} 项</source>
        <translation>"{0}" applied, {1} indicators added</translation></message>
    <message><source>已存为自己的指标体系“{0}”</source>
        <translation>Saved as your own standard "{0}"</translation></message>
    <message><source>已导出“{0}”</source>
        <translation>"{0}" exported</translation></message>
    <message><source>建议分值合计 {0}（本程序拟）</source>
        <translation>Suggested weights {0} (by this program)</translation></message>
    <message><source>恢复</source>
        <translation>Restore</translation></message>
    <message><source>指标体系</source>
        <translation>Standards</translation></message>
    <message><source>撤销</source>
        <translation>Undo</translation></message>
    <message><source>替换现有指标</source>
        <translation>Replace present indicators</translation></message>
    <message><source>本项目现有指标</source>
        <translation>This project's indicators</translation></message>
    <message><source>比较</source>
        <translation>Compare</translation></message>
    <message><source>表格</source>
        <translation>Table</translation></message>
    <message><source>这是本项目现在的指标；可以存为自己的体系，或导出</source>
        <translation>These are this project's indicators; save them as your own standard, or export them</translation></message>
    <message><source>随程序附带的不能删除</source>
        <translation>Standards that come with the program cannot be deleted</translation></message>
    <message><source>项目以只读方式打开，不能套用</source>
        <translation>The project is open read-only; nothing can be applied</translation></message>
    <message><source>预览</source>
        <translation>Preview</translation></message>
    <message><source>预览或比较</source>
        <translation>Preview or comparison</translation></message>
    <message><source>；可一步撤销</source>
        <translation>; can be undone in one step</translation></message>
    <message><source>；现有 {0} 项保留，合计 {1} 分</source>
        <translation>; {0} present ones stay, {1} points in all</translation></message>
    <message><source>；现有 {0} 项连同得分删去</source>
        <translation>; {0} present ones are deleted with their scores</translation></message>
</context>
<context>
    <name>StartPage</name>
    <message><source>一个项目文件就是一次绩效评价：数据、得分、问题和报告都在里面。</source>
        <translation>One project file is one evaluation: data, scores, findings and report.</translation></message>
    <message><source>打开…</source>
        <translation>Open…</translation></message>
    <message><source>打开样例…</source>
        <translation>Open sample…</translation></message>
    <message><source>新建项目…</source>
        <translation>New project…</translation></message>
    <message><source>最近打开</source>
        <translation>Recent</translation></message>
    <message><source>第一次用？在样例的副本上做十二步，从改一笔付款到导出报告。</source>
        <translation>New here? Take twelve steps on a copy of the sample, from one payment to the exported report.</translation></message>
    <message><source>绩衡</source>
        <translation>Jiheng</translation></message>
</context>
<context>
    <name>StepLine</name>
    <message><source>第 {0} 步，共 {1} 步：{2}</source>
        <translation>Step {0} of {1}: {2}</translation></message>
</context>
<context>
    <name>SurveyForm</name>
    <message><source>满意度</source>
        <translation>Satisfaction</translation></message>
</context>
<context>
    <name>Tab</name>
    <message><source>先选中要附佐证的行</source>
        <translation>First select the row to attach evidence to</translation></message>
    <message><source>列</source>
        <translation>Columns</translation></message>
    <message><source>右侧面板</source>
        <translation>Right panel</translation></message>
    <message><source>右侧面板　Ctrl+\</source>
        <translation>Right panel Ctrl+\</translation></message>
    <message><source>给当前的行附上佐证：已有的材料，或一个文件</source>
        <translation>Attach evidence to the current row: a paper already there, or a file</translation></message>
    <message><source>选择显示的列；拖动列名改变次序，拖动边线改变宽度</source>
        <translation>Choose columns; drag titles to reorder, borders to resize</translation></message>
    <message><source>附佐证…</source>
        <translation>Attach evidence…</translation></message>
</context>
<context>
    <name>Tables</name>
    <message><source>专家评分</source>
        <translation>Expert scores</translation></message>
    <message><source>付款</source>
        <translation>Payments</translation></message>
    <message><source>付款条款</source>
        <translation>Terms</translation></message>
    <message><source>佐证关联</source>
        <translation>Evidence links</translation></message>
    <message><source>佐证材料</source>
        <translation>Evidence</translation></message>
    <message><source>供应商</source>
        <translation>Vendors</translation></message>
    <message><source>凭证抽查</source>
        <translation>Voucher checks</translation></message>
    <message><source>制度</source>
        <translation>Regulations</translation></message>
    <message><source>合同</source>
        <translation>Contracts</translation></message>
    <message><source>合同明细</source>
        <translation>Items</translation></message>
    <message><source>名单</source>
        <translation>Roster entries</translation></message>
    <message><source>名单核查</source>
        <translation>Rosters</translation></message>
    <message><source>基础数据</source>
        <translation>Figures</translation></message>
    <message><source>封顶与否决</source>
        <translation>Caps and vetoes</translation></message>
    <message><source>建议</source>
        <translation>Recommendations</translation></message>
    <message><source>意见反馈</source>
        <translation>Opinions</translation></message>
    <message><source>扣分</source>
        <translation>Deductions</translation></message>
    <message><source>报告版本</source>
        <translation>Report versions</translation></message>
    <message><source>报告章节</source>
        <translation>Chapters</translation></message>
    <message><source>指标</source>
        <translation>Indicators</translation></message>
    <message><source>支出明细</source>
        <translation>Expenses</translation></message>
    <message><source>整改</source>
        <translation>Rectifications</translation></message>
    <message><source>服务考核</source>
        <translation>Service reviews</translation></message>
    <message><source>校核结论</source>
        <translation>Verdicts</translation></message>
    <message><source>满意度调查</source>
        <translation>Surveys</translation></message>
    <message><source>现场核查</source>
        <translation>Visits</translation></message>
    <message><source>绩效目标</source>
        <translation>Objectives</translation></message>
    <message><source>评价人员</source>
        <translation>People</translation></message>
    <message><source>评价依据</source>
        <translation>Basis</translation></message>
    <message><source>资料清单</source>
        <translation>Requests</translation></message>
    <message><source>资金指标</source>
        <translation>Allocations</translation></message>
    <message><source>资金项目</source>
        <translation>Funds</translation></message>
    <message><source>里程碑</source>
        <translation>Milestones</translation></message>
    <message><source>问卷题目</source>
        <translation>Survey questions</translation></message>
    <message><source>问题</source>
        <translation>Findings</translation></message>
    <message><source>问题建议</source>
        <translation>Recommendations of findings</translation></message>
    <message><source>附件</source>
        <translation>Attachments</translation></message>
    <message><source>项目</source>
        <translation>Project</translation></message>
    <message><source>项目分组</source>
        <translation>Contract groups</translation></message>
    <message><source>项目设置</source>
        <translation>Settings</translation></message>
</context>
<context>
    <name>Timeline</name>
    <message><source>先服务，{0} 天后才签</source>
        <translation>Signed {0} days after service began</translation></message>
    <message><source>先服务，至少 {0} 天后才签</source>
        <translation>Signed at least {0} days after service began</translation></message>
    <message><source>合同</source>
        <translation>contract</translation></message>
    <message><source>无合同服务</source>
        <translation>No contract</translation></message>
    <message><source>服务期</source>
        <translation>Service</translation></message>
    <message><source>签订</source>
        <translation>Signed</translation></message>
    <message><source>续签</source>
        <translation>renewal</translation></message>
    <message><source>验收</source>
        <translation>Accepted</translation></message>
</context>
<context>
    <name>TitleLine</name>
    <message><source>本章标题</source>
        <translation>Chapter title</translation></message>
</context>
<context>
    <name>TotalNote</name>
    <message><source>{0} 个封顶和否决条件都不成立</source>
        <translation>None of the {0} caps and vetoes applies</translation></message>
    <message><source>各项得分合计 {0}，封顶后 {1}</source>
        <translation>Scores add up to {0}, capped to {1}</translation></message>
    <message><source>封顶与否决表</source>
        <translation>Caps and vetoes</translation></message>
    <message><source>总分</source>
        <translation>Total</translation></message>
    <message><source>没有封顶和否决条件</source>
        <translation>No caps or vetoes</translation></message>
</context>
<context>
    <name>TotalRow</name>
    <message><source>筛选出 {0} / {1}</source>
        <translation>{0} of {1} shown</translation></message>
</context>
<context>
    <name>Tour</name>
    <message><source>导览可以从“帮助”菜单再打开</source>
        <translation>The tour can be opened again from the Help menu</translation></message>
    <message><source>接着学样例（第 {0} 步）</source>
        <translation>Go on with the sample (step {0})</translation></message>
    <message><source>用样例学一遍（约 {0} 分钟）</source>
        <translation>Learn with the sample (about {0} minutes)</translation></message>
</context>
<context>
    <name>TourPanel</name>
    <message><source>✓ 已完成</source>
        <translation>✓ Done</translation></message>
    <message><source>上一步(&amp;B)</source>
        <translation>&amp;Back</translation></message>
    <message><source>下一步</source>
        <translation>Next</translation></message>
    <message><source>下一步(&amp;N)</source>
        <translation>&amp;Next</translation></message>
    <message><source>复制示例表格(&amp;C)</source>
        <translation>&amp;Copy the example table</translation></message>
    <message><source>完成</source>
        <translation>Finish</translation></message>
    <message><source>完成(&amp;N)</source>
        <translation>Fi&amp;nish</translation></message>
    <message><source>已做 {0} 步</source>
        <translation>{0} steps done</translation></message>
    <message><source>带我去(&amp;G)</source>
        <translation>&amp;Go there</translation></message>
    <message><source>用样例学一遍</source>
        <translation>Learn with the sample</translation></message>
    <message><source>第 {0} 步，共 {1} 步</source>
        <translation>Step {0} of {1}</translation></message>
    <message><source>结束(&amp;X)</source>
        <translation>E&amp;xit</translation></message>
    <message><source>这一步已完成</source>
        <translation>This step is done</translation></message>
</context>
<context>
    <name>TreeModel</name>
    <message><source>分值已锁定，分摊差额时不变　Ctrl+L</source>
        <translation>Weight locked; stays when the difference is shared out Ctrl+L</translation></message>
    <message><source>已锁定</source>
        <translation>Locked</translation></message>
    <message><source>未关联</source>
        <translation>None</translation></message>
    <message><source>未命名</source>
        <translation>Unnamed</translation></message>
    <message><source>未评</source>
        <translation>Not scored</translation></message>
</context>
<context>
    <name>TreeTotal</name>
    <message><source>合计　{0} 项</source>
        <translation>Total {0}</translation></message>
</context>
<context>
    <name>Trying</name>
    <message><source>{0}　{1}　　总分 {2}，{3} 项指标得分有变化</source>
        <translation>{0} {1}  Total {2}, {3} indicators change their score</translation></message>
    <message><source>{0}　{1}　　改动只在副本上试算，保留之前不写入文件</source>
        <translation>{0} {1}  Changes are tried on a copy; nothing is written until you keep them</translation></message>
    <message><source>不能开始假设：{0}</source>
        <translation>What-if cannot start: {0}</translation></message>
    <message><source>保留改动</source>
        <translation>Keep changes</translation></message>
    <message><source>假设</source>
        <translation>What-if</translation></message>
    <message><source>假设的改动已写入，记为一次修改</source>
        <translation>The changes of the what-if are written as one edit</translation></message>
    <message><source>已退出假设</source>
        <translation>What-if left</translation></message>
    <message><source>已退出假设，{0} 行改动没有写入</source>
        <translation>What-if left; {0} changed rows were not written</translation></message>
    <message><source>撤销</source>
        <translation>Undo</translation></message>
    <message><source>没有改动，已退出假设</source>
        <translation>What-if left without changes</translation></message>
    <message><source>等次未定</source>
        <translation>No grade yet</translation></message>
    <message><source>退出假设</source>
        <translation>Leave what-if</translation></message>
</context>
<context>
    <name>VersionList</name>
    <message><source>报告版本</source>
        <translation>Report version</translation></message>
</context>
<context>
    <name>VersionsDialog</name>
    <message><source>{0} → {1}：{2}</source>
        <translation>{0} → {1}: {2}</translation></message>
    <message><source>{0} 处差异</source>
        <translation>{0} differences</translation></message>
    <message><source>人名、电话、证件号和邮箱隐去；单位、供应商和数字不变</source>
        <translation>Names of people, phone and ID numbers and e-mail addresses are masked; units, vendors and figures stay</translation></message>
    <message><source>公开版</source>
        <translation>Public version</translation></message>
    <message><source>定稿…</source>
        <translation>Freeze version…</translation></message>
    <message><source>导出 PDF…</source>
        <translation>Export PDF…</translation></message>
    <message><source>导出 Word…</source>
        <translation>Export Word…</translation></message>
    <message><source>导出比较…</source>
        <translation>Export comparison…</translation></message>
    <message><source>所选版本原样导出</source>
        <translation>Export the chosen version as it was</translation></message>
    <message><source>把现在的报告连同数据存为一个版本</source>
        <translation>Keep the report as it is now, with its data, as a version</translation></message>
    <message><source>报告</source>
        <translation>Report</translation></message>
    <message><source>报告版本</source>
        <translation>Report version</translation></message>
    <message><source>正在比较…</source>
        <translation>Comparing…</translation></message>
    <message><source>比较</source>
        <translation>Compare</translation></message>
    <message><source>比较结果写成 Word 文件</source>
        <translation>Write the comparison as a Word file</translation></message>
    <message><source>没有差异</source>
        <translation>No differences</translation></message>
    <message><source>还没有比较</source>
        <translation>Nothing compared yet</translation></message>
    <message><source>选一个版本与现在的报告比较，按住 Ctrl 可选两个</source>
        <translation>Choose a version to compare with the present report; hold Ctrl to choose two</translation></message>
    <message><source>选两个版本，或选一个与现在的报告比较</source>
        <translation>Choose two versions, or one to compare with the present report</translation></message>
</context>
<context>
    <name>WeightNotes</name>
    <message><source>分摊到下级</source>
        <translation>Share out below</translation></message>
    <message><source>分摊差额</source>
        <translation>Share out</translation></message>
    <message><source>到“{0}”</source>
        <translation>To "{0}"</translation></message>
    <message><source>到第一项</source>
        <translation>To the first</translation></message>
    <message><source>改为下级合计 {0}</source>
        <translation>Set to sum below: {0}</translation></message>
    <message><source>知道了</source>
        <translation>OK</translation></message>
</context>
<context>
    <name>Weights</name>
    <message><source>“{0}”的分值改为下级合计</source>
        <translation>Weight of "{0}" set to the sum below it</translation></message>
    <message><source>分摊分值差额（{0} 项）</source>
        <translation>Share out the weight difference ({0} indicators)</translation></message>
    <message><source>撤销</source>
        <translation>Undo</translation></message>
    <message><source>没有差额可以分摊</source>
        <translation>No difference to share out</translation></message>
</context>
<context>
    <name>Words</name>
    <message><source>{0}（{1}）</source>
        <translation>{0} ({1})</translation></message>
    <message><source>{0}：{1}</source>
        <translation>{0}: {1}</translation></message>
    <message><source>、</source>
        <translation>, </translation></message>
    <message><source>，</source>
        <translation>, </translation></message>
    <message><source>；</source>
        <translation>; </translation></message>
</context>
<context>
    <name>Workbench</name>
    <message><source>正在重算得分和校核…</source>
        <translation>Computing scores and checks…</translation></message>
    <message><source>没有待处理的问题</source>
        <translation>No problems left</translation></message>
</context>
</TS>
