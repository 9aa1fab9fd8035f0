using Trunkline.Domain;
using Trunkline.Runner;

namespace Trunkline.Cli;

/// <summary>What the command line says of tokens and of the store.</summary>
internal static class TeamWords
{
    public static readonly Bilingual TokenGroup = new("Give out, list and take back tokens of a team server.", "发放、列出和收回团队服务器的令牌。");
    public static readonly Bilingual TokenNew = new("Give a person or a program a token. It is shown once; only its hash is kept.", "为人员或程序发放令牌。令牌只显示一次，仅保存其散列值。");
    public static readonly Bilingual TokenList = new("List the tokens, without their secrets.", "列出令牌（不含其密文）。");
    public static readonly Bilingual TokenRevoke = new("Take a token back, for good and at once.", "立即并永久收回令牌。");
    public static readonly Bilingual Holder = new("Who has it: a person or a program. Written down for everything done with it.", "持有者：人员或程序。其所作所为均以此名记录。");
    public static readonly Bilingual RoleOption = new("What it allows: viewer, analyst, reviewer or administrator.", "权限：viewer、analyst、reviewer 或 administrator。");
    public static readonly Bilingual WorkspaceOption = new("The workspace that it is for.", "所属工作区。");
    public static readonly Bilingual DaysOption = new("Days until it expires, 1 to 366.", "有效天数，1 至 366。");
    public static readonly Bilingual TokenId = new("The token's id, as listed.", "令牌编号，见列表。");
    public static readonly Bilingual Once = new("Write it down now: it is not shown again. {0} may act as {1} in '{2}' until {3:yyyy-MM-dd}.", "请立即记下：此后不再显示。{0} 可在工作区“{2}”中以 {1} 身份操作，直至 {3:yyyy-MM-dd}。");
    public static readonly Bilingual Revoked = new("Token {0} counts no more.", "令牌 {0} 已失效。");
    public static readonly Bilingual NoToken = new("There is no token '{0}' that counts.", "没有有效的令牌“{0}”。");
    public static readonly Bilingual SeeList = new("See 'trunkline token list'.", "见 “trunkline token list”。");
    public static readonly Bilingual BadWorkspace = new("'{0}' is no name of a workspace.", "“{0}”不是工作区名称。");
    public static readonly Bilingual BadWorkspaceFix = new("Give 1 to 40 lower-case letters, digits and hyphens.", "请用 1 至 40 个小写字母、数字或连字符。");
    public static readonly Bilingual BadDays = new("{0} is not between 1 and 366.", "{0} 不在 1 至 366 之间。");
    public static readonly Bilingual BadDaysFix = new("Give days, for example 90.", "请给出天数，例如 90。");
    public static readonly Bilingual BadHolder = new("The name is empty or longer than 80 letters.", "名称为空或超过 80 个字符。");
    public static readonly Bilingual BadHolderFix = new("Give the name of one person or program.", "请给出一个人员或程序的名称。");

    public static readonly Bilingual Replay = new("Compute a kept plan again and say whether it is equal, or what differs.", "重新计算已保存的方案，并说明是否一致或有何差异。");
    public static readonly Bilingual ReplayPlan = new("The plan's id, as the server lists it.", "方案编号，见服务器列表。");
    public static readonly Bilingual What = new("what", "项目");
    public static readonly Bilingual Then = new("then", "当时");
    public static readonly Bilingual Now = new("now", "现在");

    public static readonly Bilingual DbGroup = new("Bring the store up to date, check it, back it up, restore it.", "升级、核查、备份和恢复数据库。");
    public static readonly Bilingual DbMigrate = new("Make the tables of a store, or bring older ones up to date.", "建立数据表，或升级旧表。");
    public static readonly Bilingual DbCheck = new("Say whether a store is whole: database, audit chain, every kept byte. Exit 1 where it is not.", "核查数据是否完整：数据库、审计链、所存每个字节。不完整时退出码为 1。");
    public static readonly Bilingual DbBackup = new("Write the whole store to one file while the server goes on.", "在服务器运行时将全部数据写入一个文件。");
    public static readonly Bilingual DbRestore = new("Fill an empty store from a backup and check it; also the way between SQLite and PostgreSQL.", "由备份恢复到空库并核查；也用于在 SQLite 与 PostgreSQL 之间迁移。");
    public static readonly Bilingual BackupFile = new("The file of the backup.", "备份文件。");
    public static readonly Bilingual HeadOption = new("Hash of an audit line that was written down once: it must still be there.", "曾经记下的审计行散列值：须仍在其中。");
    public static readonly Bilingual Migrated = new("{0}: the tables are up to date.", "{0}：数据表已是最新。");
    public static readonly Bilingual Whole = new("The store is whole. Audit log: {0} lines, head {1}", "数据完整。审计日志：{0} 行，末行 {1}");
    public static readonly Bilingual FileThere = new("The file is there already.", "文件已存在。");
    public static readonly Bilingual FileThereFix = new("Name another; a backup overwrites nothing.", "请另取名称；备份不覆盖任何文件。");
    public static readonly Bilingual BackedUp = new("Wrote {0}: {1} rows, audit head {2}", "已写出 {0}：{1} 行，审计末行 {2}");
    public static readonly Bilingual Restored = new("{0} holds the backup: {1} rows, audit head {2}. The check passed.", "{0} 已恢复：{1} 行，审计末行 {2}。核查通过。");

    public static readonly Bilingual IdColumn = new("id", "编号");
    public static readonly Bilingual HolderColumn = new("holder", "持有者");
    public static readonly Bilingual WorkspaceColumn = new("workspace", "工作区");
    public static readonly Bilingual RoleColumn = new("role", "角色");
    public static readonly Bilingual ExpiresColumn = new("expires", "到期");
    public static readonly Bilingual StateColumn = new("state", "状态");
    public static readonly Bilingual Counts = new("counts", "有效");
    public static readonly Bilingual Expired = new("expired", "已过期");
    public static readonly Bilingual TakenBack = new("revoked", "已收回");

    public static Bilingual Of(ReplayVerdict verdict) => verdict switch
    {
        ReplayVerdict.Equal => new Bilingual("equal, number by number", "逐数一致"),
        ReplayVerdict.Differs => new Bilingual("differs", "存在差异"),
        ReplayVerdict.StoppedByClock => new Bilingual(
            "was stopped by the clock: another run may find another plan, so it is not compared", "因时间限制而停止：再次运行可能得到其他方案，故不作比较"),
        _ => new Bilingual("cannot be computed again: what it was computed from is not all kept", "无法重新计算：所依据的内容未全部保存"),
    };

    public static Problem NoWorkspace(string name, Language language) =>
        new("--workspace", string.Format(System.Globalization.CultureInfo.InvariantCulture, BadWorkspace.In(language), name), BadWorkspaceFix.In(language));
}
