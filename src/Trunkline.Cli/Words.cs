using Trunkline.Domain;

namespace Trunkline.Cli;

/// <summary>Everything the command line says, in both languages. What a plan says is in the report's words.</summary>
internal static class Words
{
    public static readonly Bilingual Program = new(
        "Plans how a country captures, moves and stores CO2, and says how far from the cheapest plan it can be.",
        "规划一个国家如何捕集、运输和封存二氧化碳，并给出方案与最优方案之间的最大差距。");

    public static readonly Bilingual Examples = new(
        """
        Examples:
          trunkline plan us                                  plan the United States from the data that ship; ctrl-C keeps the best plan so far
          trunkline plan us --time-limit 600 --gap 0.02      ten minutes, or until the plan is within 2 % of the cheapest
          trunkline plan data/studies/01-one-source --json   one JSON object on standard output
          trunkline explain out/us 1001234                   why is this plant not captured?
          trunkline study new my-study                       a study of your own to start from
        Exit codes: 0 done, 1 an answer that is not a plan or a failed audit, 2 wrong input, 130 cancelled without a plan.
        """,
        """
        示例：
          trunkline plan us                                  用自带数据规划美国；按 ctrl-C 停止并保留目前最好的方案
          trunkline plan us --time-limit 600 --gap 0.02      计算十分钟，或直到与最优方案的差距不超过 2 %
          trunkline plan data/studies/01-one-source --json   在标准输出打印一个 JSON 对象
          trunkline explain out/us 1001234                   这座工厂为什么没有捕集？
          trunkline study new my-study                       建立一个自己的研究
        退出码：0 完成；1 得到的答案不是方案，或审计未通过；2 输入有误；130 尚无方案时被取消。
        """);

    public static readonly Bilingual LanguageOption = new("Language of messages and report: en or zh.", "消息和报告的语言：en 或 zh。");
    public static readonly Bilingual JsonOption = new("Print one JSON object on standard output and nothing else there.", "在标准输出只打印一个 JSON 对象。");

    public static readonly Bilingual Plan = new("Make the plan of a study and write it with its report.", "为一个研究制定方案，并写出方案和报告。");
    public static readonly Bilingual StudyArgument = new(
        "'us' or another shipped study's name, a study's folder, or its study.json.", "“us”或其他自带研究的名称、研究的文件夹或其 study.json。");

    public static readonly Bilingual OutOption = new("Folder to write to. Default: out/<study>.", "写入的文件夹。默认：out/<研究>。");
    public static readonly Bilingual GapOption = new("Stop when (net - bound) / cost is at most this fraction, e.g. 0.02.", "当（净成本 - 下界）/ 成本不超过此小数时停止，例如 0.02。");
    public static readonly Bilingual TimeOption = new("Stop after this many seconds.", "在此秒数后停止。");
    public static readonly Bilingual ThreadsOption = new("Threads that the search may use.", "搜索可用的线程数。");
    public static readonly Bilingual SeedOption = new("Seed of the search; the same seed gives the same plan.", "搜索的随机种子；相同的种子得到相同的方案。");
    public static readonly Bilingual StartOption = new("Also tries the plan that ships with this study (its plan/design.bin.gz, written by --ship), on these corridors; the bound owes nothing to it.", "同时尝试该研究随附的方案（其 plan/design.bin.gz，由 --ship 写出），并改用本研究的走廊；下界与之无关。");
    public static readonly Bilingual ShipOption = new("Also writes plan.json.gz and design.bin.gz here: the plan that 'trunkline serve' begins with, ready for questions.", "另写 plan.json.gz 与 design.bin.gz 到此文件夹：“trunkline serve” 启动时展示并可供提问的方案。");
    public static readonly Bilingual Serve = new("Opens plans, questions and the register in a browser on this machine.", "在本机浏览器中打开方案、提问与登记册。");
    public static readonly Bilingual UrlsOption = new("Where to listen; this machine only.", "监听地址，仅限本机。");
    public static readonly Bilingual StoreOption = new("Where plans, studies and uploads are kept.", "方案、研究与上传内容的保存位置。");
    public static readonly Bilingual AuthOption = new("How people show who they are: none (this machine only) or tokens.", "如何识别来访者：none（仅限本机）或 tokens（令牌）。");
    public static readonly Bilingual ConfigOption = new("File of settings; docs/operations.md lists them.", "配置文件；各项见 docs/operations.md。");
    public static readonly Bilingual NoServer = new("The server has not been built.", "服务器尚未构建。");
    public static readonly Bilingual BuildServer = new("Run ./trunkline serve from a clone, or: dotnet build src/Trunkline.Server -c Release", "请在代码库中运行 ./trunkline serve，或：dotnet build src/Trunkline.Server -c Release");
    public static readonly Bilingual RouteOption = new("How to solve: auto, exact or scalable.", "求解方式：auto、exact 或 scalable。");
    public static readonly Bilingual AsOfOption = new("Law as of this day instead of the study's, yyyy-mm-dd.", "采用此日（而非研究所定之日）的法律，yyyy-mm-dd。");

    public static readonly Bilingual Explain = new("Say why a site is, or is not, captured in a plan.", "说明方案中某个场址为什么捕集或不捕集。");
    public static readonly Bilingual PlanArgument = new("A plan's folder, or its plan.json.", "方案的文件夹或其 plan.json。");
    public static readonly Bilingual SiteArgument = new("A site's id, or part of its name.", "场址编号，或其名称的一部分。");

    public static readonly Bilingual BindingRule = new("Binding rule", "起约束作用的规则");
    public static readonly Bilingual StartYear = new("start", "启动年");
    public static readonly Bilingual CaptureCost = new("capture $/t", "捕集 $/t");
    public static readonly Bilingual TransportCost = new("transport $/t", "运输 $/t");
    public static readonly Bilingual StorageCost = new("storage $/t", "封存 $/t");
    public static readonly Bilingual MarginalCost = new("marginal cost $/t", "边际成本 $/t");
    public static readonly Bilingual CreditEarned = new("credit $/t", "抵免 $/t");
    public static readonly Bilingual EntryCredit = new("credit to enter $/t", "进入所需抵免 $/t");

    public static readonly Bilingual StudyGroup = new("Check, start or list studies.", "检查、新建或列出研究。");
    public static readonly Bilingual StudyCheck = new("Read a study and its dataset and list everything that is wrong.", "读取研究及其数据集，并列出所有问题。");
    public static readonly Bilingual StudyNew = new("Write a small study to start from.", "写出一个可作为起点的小研究。");
    public static readonly Bilingual StudyNewFolder = new("Folder to make; its name becomes the study's id.", "要新建的文件夹；其名称即研究的编号。");
    public static readonly Bilingual StudyList = new("List the studies that ship.", "列出自带的研究。");
    public static readonly Bilingual StudySchema = new("Print the JSON Schema of study.json.", "打印 study.json 的 JSON Schema。");

    public static readonly Bilingual RegisterGroup = new("Read, ask and check the policy register.", "读取、询问和检查政策登记册。");
    public static readonly Bilingual RegisterFolder = new("Folder of the register. Default: the one that ships.", "登记册的文件夹。默认：自带的登记册。");
    public static readonly Bilingual RegisterCheck = new("Say what each gate holds against each record, and how far each record has come.", "说明各道关卡对每条记录的意见，以及每条记录的进展。");
    public static readonly Bilingual TrustOption = new("File of the keys whose reviews you trust. Default: none, so nothing is verified.", "所信任的复核密钥文件。默认：无，因此没有任何记录算作已核实。");
    public static readonly Bilingual DayOption = new("Day on which freshness is judged, yyyy-mm-dd. Default: today.", "判断时效的日期，yyyy-mm-dd。默认：今天。");
    public static readonly Bilingual ListOption = new("List every failure with its place and fix.", "逐条列出问题、位置和改法。");
    public static readonly Bilingual RecordColumn = new("record", "记录");
    public static readonly Bilingual StateColumn = new("state", "状态");
    public static readonly Bilingual HeldColumn = new("held by", "受阻于");
    public static readonly Bilingual GateColumn = new("Gate", "关卡");
    public static readonly Bilingual RegisterStates = new(
        "{0} records: {1}. Register {2}. See --list or --json for each failure.", "{0} 条记录：{1}。登记册 {2}。用 --list 或 --json 查看每个问题。");

    public static readonly Bilingual RegisterImport = new("Turn entries of a policy hub into drafts of records and list what each lacks.", "把政策数据库的条目转为登记册草稿，并列出各条所缺。");
    public static readonly Bilingual ImportFiles = new("Files of the hub (Markdown with JSON front matter, JSON, CSV), or folders of them.", "数据库文件（带 JSON 头的 Markdown、JSON、CSV）或其文件夹。");
    public static readonly Bilingual ImportOut = new("Folder to write the records to. Default: write nothing.", "写入记录的文件夹。默认：不写入。");
    public static readonly Bilingual Imported = new("{0} entries: all are drafts until their evidence is complete and a person has signed.", "{0} 个条目：在证据齐备并由人签字之前均为草稿。");
    public static readonly Bilingual KeptExtra = new("{0}: kept although the format does not know it: {1}", "{0}：格式未定义但已保留：{1}");
    public static readonly Bilingual RecordsWritten = new("Written to {0}. Next: trunkline register check {0} --list", "已写入 {0}。下一步：trunkline register check {0} --list");
    public static readonly Bilingual RegisterExport = new("Write records in another format.", "以其他格式写出记录。");
    public static readonly Bilingual ExportWhat = new("Id of a record, or the folder of a record or register. Default: the register that ships.", "记录编号，或记录、登记册的文件夹。默认：自带的登记册。");
    public static readonly Bilingual ExportAs = new("Format: hub, json, csv, json-ld or datapackage.", "格式：hub、json、csv、json-ld 或 datapackage。");
    public static readonly Bilingual ExportOut = new("File or folder to write to. Default: standard output, for one file.", "写入的文件或文件夹。默认：单个文件写到标准输出。");
    public static readonly Bilingual ForceDayOption = new("Day whose legal force is told, yyyy-mm-dd. Default: today.", "说明法律效力的日期，yyyy-mm-dd。默认：今天。");
    public static readonly Bilingual FilesWritten = new("Wrote {0} file(s) to {1}.", "已写出 {0} 个文件到 {1}。");

    public static readonly Bilingual DataGroup = new("Build or check the national dataset.", "生成或检查全国数据集。");
    public static readonly Bilingual DataBuild = new("Make the dataset from the public files.", "由公开文件生成数据集。");
    public static readonly Bilingual DataBuildFrom = new("Folder of the public files.", "公开文件所在的文件夹。");
    public static readonly Bilingual DataBuildOut = new("Folder of the dataset to write.", "要写入的数据集文件夹。");
    public static readonly Bilingual DataCheck = new("List what is doubtful in a dataset and what was done about it.", "列出数据集中的可疑之处及其处理办法。");
    public static readonly Bilingual DataCheckFolder = new("Dataset folder. Default: the one that ships.", "数据集文件夹。默认：自带的数据集。");

    public static readonly Bilingual DoubtCount = new("{0}: {1} doubtful rows.", "{0}：{1} 行可疑数据。");
    public static readonly Bilingual DoubtTable = new("table", "表");
    public static readonly Bilingual DoubtRow = new("row", "行");
    public static readonly Bilingual DoubtKind = new("doubt", "疑点");
    public static readonly Bilingual DoubtDetail = new("what was seen", "所见");
    public static readonly Bilingual DoubtAction = new("what was done", "处理");
    public static readonly Bilingual DatasetWritten = new("Wrote {0}: {1} files, {2:0.0} MB.", "已写出 {0}：{1} 个文件，{2:0.0} MB。");

    public static readonly Bilingual Stopping = new(
        "Stopping with the best plan so far; press ctrl-C again to stop at once.", "正在停止，将保留目前最好的方案；再按一次 ctrl-C 立即结束。");

    public static readonly Bilingual Broken = new("Trunkline failed. This is a fault of the program or of the machine:", "Trunkline 出错了。这是程序或机器的故障：");
    public static readonly Bilingual ProblemCount = new("Wrong input, {0} problem(s); nothing was written.", "输入有误，共 {0} 个问题；没有写入任何文件。");
    public static readonly Bilingual Where = new("Where", "位置");
    public static readonly Bilingual What = new("What", "问题");
    public static readonly Bilingual Fix = new("Fix", "改法");

    public static readonly Bilingual StudyIsRight = new("{0}: the study and its dataset are in order ({1} sites, {2} streams, {3} formations).", "{0}：研究及其数据集没有问题（{1} 个场址、{2} 股气流、{3} 个封存地层）。");
    public static readonly Bilingual StudyWritten = new("Wrote {0}. Next: trunkline plan {1}", "已写出 {0}。下一步：trunkline plan {1}");

    public static readonly Bilingual Stage = new("stage", "阶段");
    public static readonly Bilingual BestNet = new("best net", "最好净成本");
    public static readonly Bilingual Bound = new("bound", "下界");
    public static readonly Bilingual Gap = new("gap", "差距");
    public static readonly Bilingual Elapsed = new("elapsed", "用时");
    public static readonly Bilingual Written = new("Written to {0}; open {1} in a browser.", "已写入 {0}；用浏览器打开 {1}。");
}
