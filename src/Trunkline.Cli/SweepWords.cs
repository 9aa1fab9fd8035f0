using Trunkline.Domain;

namespace Trunkline.Cli;

/// <summary>What the command line says of sweeps, in both languages.</summary>
internal static class SweepWords
{
    public static readonly Bilingual Group = new("Ask a study in many futures: scenarios, what they share, what to build first.", "在许多种未来中提问一个研究：情景、其共同之处、应先建什么。");
    public static readonly Bilingual New = new("Write a small sweep over a study to start from.", "为一个研究写出可作为起点的小型情景集。");
    public static readonly Bilingual NewStudy = new("The study to ask: a shipped one's name, a folder, or a study.json.", "要提问的研究：自带研究的名称、文件夹或 study.json。");
    public static readonly Bilingual NewFile = new("File to write.", "要写入的文件。");
    public static readonly Bilingual Run = new("Compute every scenario that is not done, each once; stop and go on at any time.", "计算所有尚未完成的情景，每个只算一次；可随时停止与继续。");
    public static readonly Bilingual Resume = new("Go on with a sweep where it stopped.", "从停止之处继续一个情景集。");
    public static readonly Bilingual File = new("A sweep.json, or a folder that holds one.", "sweep.json，或含有它的文件夹。");
    public static readonly Bilingual Out = new("Folder for the results. Default: out/<sweep>.", "结果的文件夹。默认：out/<情景集>。");
    public static readonly Bilingual Workers = new("Solver processes at once. Default: one per core.", "同时运行的求解进程数。默认：每核一个。");
    public static readonly Bilingual Retry = new("Try again what the machine failed at: crash, time, memory.", "重试因机器而失败的情景：崩溃、超时、内存不足。");
    public static readonly Bilingual Tasks = new("Compute nothing; write what is left as files tasks/1.json, 2.json, ... for 'trunkline worker --once'.", "不计算；将剩余情景写成 tasks/1.json、2.json……供 “trunkline worker --once” 使用。");
    public static readonly Bilingual Status = new("Say how far a sweep has come.", "说明一个情景集的进度。");
    public static readonly Bilingual Cancel = new("Ask a running sweep to stop; what is done stays.", "请求正在运行的情景集停止；已完成的保留。");
    public static readonly Bilingual Folder = new("The sweep's folder of results.", "情景集的结果文件夹。");
    public static readonly Bilingual SchemaOf = new("Print the JSON Schema of a sweep.", "打印情景集文件的 JSON Schema。");
    public static readonly Bilingual Team = new("Hand the runs to the team's workers ('trunkline worker') through the database that TRUNKLINE_DATABASE names.", "经 TRUNKLINE_DATABASE 所指的数据库，将任务交给团队的工作进程（“trunkline worker”）。");
    public static readonly Bilingual Worker = new("Work on the team's sweeps until stopped; with --once, solve one task file and put the answer beside it, for batch schedulers.", "为团队的情景集工作直至停止；加 --once 则只求解一个任务文件并将答案写在其旁，供批处理调度器使用。");
    public static readonly Bilingual Once = new("A task file that 'trunkline sweep run --tasks' wrote.", "“trunkline sweep run --tasks” 写出的任务文件。");
    public static readonly Bilingual Lease = new("How long this worker may be silent before its runs are given to another. The same for all workers of a team.", "本工作进程失联多久后，其任务转交他人。同一团队的工作进程应一致。");
    public static readonly Bilingual Works = new("Worker {0} takes runs with {1} solvers from the queue {2}. Ctrl-C ends it; its runs go back.", "工作进程 {0} 以 {1} 个求解进程从队列 {2} 领取任务。按 Ctrl-C 结束，任务将退回。");
    public static readonly Bilingual Worked = new("Worker {0}: {1} results.", "工作进程 {0}：{1} 个结果。");
    public static readonly Bilingual NoDatabase = new("No database of the team is named.", "未指定团队的数据库。");
    public static readonly Bilingual NoDatabaseFix = new("Give a PostgreSQL connection: Host=db;Database=trunkline;Username=trunkline;Password=…", "请给出 PostgreSQL 连接：Host=db;Database=trunkline;Username=trunkline;Password=…");
    public static readonly Bilingual Solver = new("Answer tasks line by line on standard input: what a sweep starts one of per core.", "从标准输入逐行接收任务并作答：情景集每核启动一个。");

    public static readonly Bilingual Report = new("Write what a sweep found: a page, one JSON document and tables.", "写出情景集的结果：网页、一个 JSON 文档与若干表格。");
    public static readonly Bilingual ReportOut = new("Folder to write to. Default: report/ in the sweep's folder.", "写入的文件夹。默认：情景集文件夹中的 report/。");
    public static readonly Bilingual Chosen = new("Chosen by {0}: first build {1}, against the middle future's on held-out futures {2:0.0} ± {3:0.0} $ million.", "按 {0} 选出先期建设 {1}；在留出的未来中与居中未来相比 {2:0.0} ± {3:0.0} 百万美元。");

    public static readonly Bilingual Query = new("Ask the tables of a sweep in SQL (DuckDB); the answer is CSV, or JSON with --json.", "用 SQL（DuckDB）查询情景集的表格；答案为 CSV，加 --json 则为 JSON。");
    public static readonly Bilingual Sql = new("For example: \"SELECT status, count(*) FROM scenarios GROUP BY status\". Tables: scenarios, begun, core, tried, regret.", "例如：\"SELECT status, count(*) FROM scenarios GROUP BY status\"。表格：scenarios、begun、core、tried、regret。");
    public static readonly Bilingual SqlFix = new("Ask the tables scenarios, begun, core, tried and regret, for example: SELECT * FROM scenarios LIMIT 5", "请查询表格 scenarios、begun、core、tried 与 regret，例如：SELECT * FROM scenarios LIMIT 5");

    public static readonly Bilingual Written = new("Wrote {0}. Next: trunkline sweep run {0}", "已写出 {0}。下一步：trunkline sweep run {0}");
    public static readonly Bilingual Done = new("{0} computed, {1} there already, {2} of all without a plan.", "计算 {0} 个，已有 {1} 个，其中无方案者 {2} 个。");
    public static readonly Bilingual Left = new("Stopped with runs left. Next: trunkline sweep resume {0}", "已停止，仍有未完成者。下一步：trunkline sweep resume {0}");
    public static readonly Bilingual Progress = new("{0} of {1} done, {2} without a plan, {3} running", "已完成 {0}/{1}，无方案 {2}，运行中 {3}");
    public static readonly Bilingual ByWorker = new("worker {0}: {1} done, {2} running, {3:0} s of solving", "工作进程 {0}：已完成 {1}，运行中 {2}，求解 {3:0} 秒");
    public static readonly Bilingual IsStopping = new("Asked to stop. What is done stays; 'trunkline sweep resume {0}' goes on.", "已请求停止。已完成的保留；“trunkline sweep resume {0}” 可继续。");
    public static readonly Bilingual TasksWritten = new("{0} tasks in {1}; {2} answers were taken up.", "{1} 中有 {0} 个任务；已收取 {2} 个答案。");
    public static readonly Bilingual NoSweep = new("There is no sweep in this folder.", "此文件夹中没有情景集。");
    public static readonly Bilingual NoSweepFix = new("Name a folder that 'trunkline sweep run' wrote.", "请给出 “trunkline sweep run” 写出的文件夹。");
    public static readonly Bilingual Held = new("Another program works on this folder.", "另有程序正在使用此文件夹。");
    public static readonly Bilingual HeldFix = new("Wait for it, or stop it with 'trunkline sweep cancel'.", "请等待，或以 “trunkline sweep cancel” 使其停止。");
    public static readonly Bilingual Reason = new("{0} × {1}: {2}", "{0} × {1}：{2}");
}
