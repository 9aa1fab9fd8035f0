using Trunkline.Domain;

namespace Trunkline.Cli;

/// <summary>What the network commands say, in both languages.</summary>
internal static class NetworkWords
{
    public static readonly Bilingual Group = new("Design a CO2 network from SimCCS files and write SimCCS' results.", "根据 SimCCS 文件设计二氧化碳管网，并写出 SimCCS 格式的结果。");
    public static readonly Bilingual Import = new("Read a scenario of another tool and list everything that is wrong with it.", "读取其他工具的情景，并列出所有问题。");
    public static readonly Bilingual ImportSimCcs = new("Read a SimCCS scenario; with --out write it again, complete and in UTF-8.", "读取 SimCCS 情景；用 --out 以完整的 UTF-8 形式重新写出。");
    public static readonly Bilingual Solve = new("Find the cheapest network of a SimCCS scenario, with a bound.", "为 SimCCS 情景求出成本最低的管网，并给出下界。");
    public static readonly Bilingual Check = new("Verify a solution.csv rule by rule and work out its cost again.", "逐条核查 solution.csv，并重新计算成本。");
    public static readonly Bilingual Export = new("Write a solution as SimCCS' result files, shapefiles and GeoJSON.", "把一个解写成 SimCCS 结果文件、shapefile 和 GeoJSON。");
    public static readonly Bilingual Mps = new("Write SimCCS' model as MPS, for any solver.", "把 SimCCS 模型写成 MPS，可供任何求解器使用。");

    public static readonly Bilingual Folder = new("A SimCCS scenario's folder, in full layout or with all files side by side.", "SimCCS 情景的文件夹，完整布局或所有文件并列均可。");
    public static readonly Bilingual Target = new("Capture exactly this many Mt a year.", "每年恰好捕集这么多 Mt。");
    public static readonly Bilingual Price = new("Pay this many $ a tonne captured, and capture what pays.", "每捕集一吨支付这么多美元，由模型决定捕集量。");
    public static readonly Bilingual Periods = new(
        "Periods with years and target, 5:50,5:65,…, or a SimCCS timeInput.csv.", "各时期的年数与目标，如 5:50,5:65,…，或 SimCCS 的 timeInput.csv。");

    public static readonly Bilingual Years = new("Life of the project in years. Default: 30.", "项目年限。默认：30。");
    public static readonly Bilingual Recovery = new("Share of a capital cost paid each year. Default: 0.1.", "每年支付的投资份额。默认：0.1。");
    public static readonly Bilingual Gap = new("Stop when (cost - bound) / |cost| is at most this fraction. Default: 0.0001.", "当（成本 - 下界）/ |成本| 不超过此小数时停止。默认：0.0001。");
    public static readonly Bilingual TimeLimit = new("Stop after this many seconds. Default: 120.", "在此秒数后停止。默认：120。");
    public static readonly Bilingual SolutionOut = new("File for the solution, in the form of SimCCS' solution.csv.", "解的文件，采用 SimCCS solution.csv 的形式。");
    public static readonly Bilingual Solution = new("A solution.csv of SimCCS or of 'network solve --out'.", "SimCCS 或“network solve --out”写出的 solution.csv。");
    public static readonly Bilingual ExportOut = new("Folder to write to; new or empty.", "写入的文件夹；须不存在或为空。");
    public static readonly Bilingual MpsOut = new("File to write. Default: standard output.", "要写入的文件。默认：标准输出。");

    public static readonly Bilingual Scenario = new(
        "{0}: {1} sources ({2:0.###} Mt/y), {3} sinks ({4:0.###} Mt), {5} edges, {6} vertices; grid {7} x {8} cells of {9:0.#######} degrees.",
        "{0}：{1} 个排放源（{2:0.###} Mt/y）、{3} 个封存场地（{4:0.###} Mt）、{5} 条边、{6} 个节点；网格 {7} x {8}，每格 {9:0.#######} 度。");

    public static readonly Bilingual CostYear = new(
        "cost {0:#,0.00} M$/y = capture {1:#,0.00} + transport {2:#,0.00} + storage {3:#,0.00} - income {4:#,0.00}",
        "成本 {0:#,0.00} M$/y = 捕集 {1:#,0.00} + 运输 {2:#,0.00} + 封存 {3:#,0.00} - 收入 {4:#,0.00}");

    public static readonly Bilingual CostPeriods = new(
        "cost {0:#,0.00} M$ over all periods = capture {1:#,0.00} + transport {2:#,0.00} + storage {3:#,0.00}",
        "各时期总成本 {0:#,0.00} M$ = 捕集 {1:#,0.00} + 运输 {2:#,0.00} + 封存 {3:#,0.00}");

    public static readonly Bilingual BoundLine = new(
        "bound {0:#,0.00}, gap {1:0.0000} % of cost, {2:0.00} % of transport and storage; {3}, {4:0.0} s",
        "下界 {0:#,0.00}，差距为成本的 {1:0.0000} %、运输与封存的 {2:0.00} %；{3}，{4:0.0} 秒");

    public static readonly Bilingual Amount = new("captured {0:0.###} Mt/y", "捕集 {0:0.###} Mt/y");
    public static readonly Bilingual Passed = new("check passed", "核查通过");
    public static readonly Bilingual Failed = new("check failed: {0}", "核查未通过：{0}");
    public static readonly Bilingual Proved = new("proved", "已证明");
    public static readonly Bilingual NotProved = new("the best found", "目前最好的解");
    public static readonly Bilingual Infeasible = new("There is no solution: the scenario cannot capture, carry or store as much.", "无解：该情景无法捕集、运输或封存这么多。");
    public static readonly Bilingual OutOfTime = new("No solution was found in the time given.", "在给定时间内没有找到解。");
    public static readonly Bilingual Wrote = new("Wrote {0}", "已写出 {0}");
    public static readonly Bilingual Progress = new("{0,6:0} s  best {1}  bound {2}", "{0,6:0} 秒  最好 {1}  下界 {2}");
}
