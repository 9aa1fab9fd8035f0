using Trunkline.Domain;

namespace Trunkline.Cli;

/// <summary>What the route commands say, in both languages.</summary>
internal static class RouteWords
{
    public static readonly Bilingual Group = new("Find ways over a cost surface and the network of corridors that a plan may use.", "在成本地面上寻找线路，并生成方案可用的候选走廊管网。");
    public static readonly Bilingual Path = new("The cheapest way between two places.", "两地之间成本最低的线路。");
    public static readonly Bilingual From = new("Where it starts: longitude,latitude or the id of a site, storage or use.", "起点：经度,纬度，或场址、封存地、利用点的编号。");
    public static readonly Bilingual To = new("Where it ends.", "终点。");
    public static readonly Bilingual Surface = new("Cost surface: ESRI ASCII grid, GeoTIFF, or a SimCCS cost file. Default: the one that ships.", "成本地面：ESRI ASCII 网格、GeoTIFF 或 SimCCS 成本文件。默认：自带的地面。");
    public static readonly Bilingual Crs = new("Projection of the surface where its files do not say it: EPSG:5070, WKT 1, or a file with WKT 1.", "地面文件未注明投影时给出：EPSG:5070、WKT 1 文本，或含 WKT 1 的文件。");
    public static readonly Bilingual NoGo = new("Value of cells that no pipe may enter. Default: -1.", "管道不得进入的单元格取值。默认：-1。");
    public static readonly Bilingual Reference = new("The raster's value on reference terrain; multipliers are values over it. Default: 1.", "栅格在参考地形上的取值；系数为取值与它之比。默认：1。");
    public static readonly Bilingual Nearest = new("Start and end at the nearest usable cell where a place is not on one.", "若某地不在可用单元格上，则以最近的可用单元格为端点。");
    public static readonly Bilingual WithLines = new("Let existing pipelines of the dataset make a given surface cheaper along their lines, as they do on the one that ships.", "让数据集中的已有管线降低所给地面沿线的成本（自带地面即如此）。");
    public static readonly Bilingual Png = new("Draw a picture into this PNG file.", "将图片绘入此 PNG 文件。");
    public static readonly Bilingual PathOut = new("Write the line as GeoJSON.", "将线路写为 GeoJSON。");
    public static readonly Bilingual SurfaceGroup = new("Build, describe or convert a cost surface.", "生成、描述或转换成本地面。");
    public static readonly Bilingual Build = new("Build a surface from layers with weights.", "由带权重的图层生成地面。");
    public static readonly Bilingual Recipe = new("Recipe as JSON; see docs/routes.md.", "JSON 配方，见 docs/routes.md。");
    public static readonly Bilingual SurfaceOut = new("File to write: .asc, .tif, or a name that ends in 'Costs.txt' for SimCCS.", "写入的文件：.asc、.tif，或以“Costs.txt”结尾的 SimCCS 文件名。");
    public static readonly Bilingual Info = new("Size, projection, extent, multipliers and connected land of a surface.", "地面的大小、投影、范围、系数与连通陆地。");
    public static readonly Bilingual Import = new("Check a raster and write it as a surface.", "检查栅格并写成地面。");
    public static readonly Bilingual Raster = new("ESRI ASCII grid, GeoTIFF, or SimCCS cost file.", "ESRI ASCII 网格、GeoTIFF 或 SimCCS 成本文件。");
    public static readonly Bilingual Candidates = new("The candidate network of a study, as a file that map programs open.", "研究的候选管网，写成地图软件可打开的文件。");
    public static readonly Bilingual Study = new("Study whose sites, storage and uses are joined. Default: us.", "要连接其场址、封存地和利用点的研究。默认：us。");
    public static readonly Bilingual CandidatesOut = new("net.gpkg, net.geojson, or a folder for nodes.csv and edges.csv (with --simccs: a SimCCS dataset).", "net.gpkg、net.geojson，或存放 nodes.csv 与 edges.csv 的文件夹（加 --simccs 则为 SimCCS 数据集）。");
    public static readonly Bilingual Style = new("plain: shared ways between neighbours; trunks: also trunk lines between regions, pruned. Default: plain.", "plain：相邻点共用的线路；trunks：另加区域间干线并剪枝。默认：plain。");
    public static readonly Bilingual Alternatives = new("Ways a pair of neighbours. Default: 1.", "每对相邻点的线路数。默认：1。");
    public static readonly Bilingual Pruning = new("Leave a corridor out where others join its ends at this many times its cost, e.g. 1.03.", "若其他走廊能以此倍数的成本连接两端（如 1.03），则省去该走廊。");
    public static readonly Bilingual FromFolder = new("Take the network from a folder instead: EIA's nodes.csv and arcs.csv, or a SimCCS scenario.", "改从文件夹取得管网：EIA 的 nodes.csv 与 arcs.csv，或 SimCCS 情景。");
    public static readonly Bilingual SimCcs = new("Write SimCCS files: Construction Costs.txt and CandidateNetwork.txt.", "写出 SimCCS 文件：Construction Costs.txt 与 CandidateNetwork.txt。");
    public static readonly Bilingual Crossings = new("Lines whose crossings are counted, kind=file.geojson, for example rivers=rivers.geojson. May be repeated.", "要统计穿越次数的线状地物，类别=文件.geojson，例如 rivers=rivers.geojson。可重复。");
    public static readonly Bilingual PeopleOption = new("Population raster (people a cell) in place of the one that ships.", "人口栅格（每格人数），代替自带数据。");

    public static readonly Bilingual PathLine = new("{0} to {1}: {2:0.0} km on the ground, {3:0.0} km of reference terrain, {4} cells", "{0} 至 {1}：地面长 {2:0.0} 公里，折合参考地形 {3:0.0} 公里，{4} 个单元格");
    public static readonly Bilingual Moved = new("{0} was moved to the nearest usable cell at {1}, {2:0.0} km away, because --nearest was given.", "按 --nearest，{0} 移至最近的可用单元格 {1}，相距 {2:0.0} 公里。");
    public static readonly Bilingual FactsLine = new("terrain {0} (mean multiplier {1:0.00}); no-go avoided {2:0.0} km", "地形 {0}（平均系数 {1:0.00}）；绕开禁区 {2:0.0} 公里");
    public static readonly Bilingual CountiesLine = new("counties: {0}", "途经县：{0}");
    public static readonly Bilingual PeopleLine = new("people within {0:0} km: {1:#,0}", "{0:0} 公里内人口：{1:#,0}");
    public static readonly Bilingual FollowsLine = new("follows {0} for {1:0.0} km", "沿 {0} 走行 {1:0.0} 公里");
    public static readonly Bilingual FollowsMore = new("and {0} more, for shorter parts (--json names all)", "另有 {0} 条，段落更短（--json 列出全部）");
    public static readonly Bilingual CrossingsLine = new("crosses {0}: {1}", "穿越 {0}：{1}");
    public static readonly Bilingual NoWay = new("no way leads from {0} to {1}: they lie on different land, or no-go cells close it.", "{0} 与 {1} 之间无路可通：二者不在同一块陆地，或被禁区隔断。");
    public static readonly Bilingual Wrote = new("Written to {0}.", "已写入 {0}。");
    public static readonly Bilingual InfoLine = new("{0} x {1} cells of {2:0.###} km, {3}", "{0} × {1} 个 {2:0.###} 公里单元格，{3}");
    public static readonly Bilingual Extent = new("corners: {0}", "四角：{0}");
    public static readonly Bilingual CellsLine = new("{0:#,0} passable, {1:#,0} no-go, {2:#,0} no data", "可通行 {0:#,0}，禁区 {1:#,0}，无数据 {2:#,0}");
    public static readonly Bilingual QuantileLine = new("multiplier: least {0:0.###}, quartiles {1:0.###} {2:0.###} {3:0.###}, greatest {4:0.###}", "系数：最小 {0:0.###}，四分位 {1:0.###} {2:0.###} {3:0.###}，最大 {4:0.###}");
    public static readonly Bilingual LandLine = new("{0} connected parts, the largest with {1:#,0} cells ({2:0.0} %)", "{0} 块连通陆地，最大者 {1:#,0} 格（{2:0.0} %）");
    public static readonly Bilingual DirectedLine = new("steps have costs of their own by direction", "各步成本因方向而异");
    public static readonly Bilingual NetworkLine = new("{0:#,0} nodes, {1:#,0} corridors, {2:#,0} km, {3:#,0} ways into storage", "{0:#,0} 个节点，{1:#,0} 条走廊，{2:#,0} 公里，{3:#,0} 个封存入口");
    public static readonly Bilingual SnapLine = new("{0} stands at {1}, where no pipe may pass, and is joined at the nearest usable cell at {2}, {3:0.0} km away; that distance is in no corridor", "{0} 位于 {1}，管道不能通过；接入最近的可用单元格 {2}，相距 {3:0.0} 公里，此距离不计入任何走廊");
    public static readonly Bilingual UnreachedLine = new("no land way reaches storage {0}", "没有陆路可达封存地 {0}");
    public static readonly Bilingual UnhostedLine = new("{0:#,0} sites, uses and air capture sites of the study have no node in this network: it cannot stand in for the study's own", "研究中有 {0:#,0} 个场址、利用点和直接空气捕集点在此管网中没有节点：它不能代替研究自身的管网");
    public static readonly Bilingual LeftOut = new("{0:#,0} corridors were left out in SimCCS' cells: they fall into one cell or double another", "在 SimCCS 单元格中省去 {0:#,0} 条走廊：落入同一格或与他者重复");

    public static readonly Bilingual RouteName = new("way", "线路");
    public static readonly Bilingual Ends = new("ends", "端点");
    public static readonly Bilingual Corridors = new("candidate corridors", "候选走廊");
    public static readonly Bilingual Pipelines = new("CO2 pipelines", "二氧化碳管道");
    public static readonly Bilingual RightsOfWay = new("gas pipelines", "天然气管道");
    public static readonly Bilingual Terminals = new("sites, air capture, uses", "场址、空气捕集、利用点");
    public static readonly Bilingual SurfaceTitle = new("Cost surface {0}", "成本地面 {0}");
    public static readonly Bilingual NetworkTitle = new("Candidate network: {0}", "候选管网：{0}");

    private static readonly Dictionary<string, Bilingual> Stages = new()
    {
        ["reading"] = new("reading", "读取"),
        ["terrain"] = new("terrain costs", "地形成本"),
        ["neighbours"] = new("ways between neighbours", "相邻点之间的线路"),
        ["formations"] = new("ways into storage", "通往封存地的线路"),
        ["trunks"] = new("trunk lines", "干线"),
        ["alternatives"] = new("alternative ways", "备选线路"),
        ["corridors"] = new("corridors and junctions", "走廊与汇合点"),
        ["survey"] = new("counties, people, crossings", "县、人口、穿越"),
        ["writing"] = new("writing", "写出"),
    };

    private static readonly Dictionary<string, Bilingual> Terrains = new()
    {
        ["easy"] = new("easy", "平易"),
        ["ordinary"] = new("ordinary", "一般"),
        ["hard"] = new("hard", "困难"),
        ["very-hard"] = new("very hard", "极难"),
    };

    private static readonly Dictionary<string, Bilingual> Kinds = new()
    {
        ["state-border"] = new("state borders", "州界"),
        ["co2-pipeline"] = new("CO2 pipelines", "二氧化碳管道"),
        ["gas-pipeline"] = new("gas pipelines", "天然气管道"),
    };

    /// <summary>A kind of line in words; one that the person named keeps that name.</summary>
    public static string Crossed(string kind, Language language) => Kinds.TryGetValue(kind, out Bilingual? words) ? words.In(language) : kind;

    public static string Stage(string key, Language language) => Stages.TryGetValue(key, out Bilingual? words) ? words.In(language) : key;

    public static string Terrain(string key, Language language) => Terrains[key].In(language);
}
