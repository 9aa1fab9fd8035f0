using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Report;

/// <summary>What happened to a policy, in a word.</summary>
internal static class EventWords
{
    public static string Of(EventKind kind, Language language) => (kind switch
    {
        EventKind.InForce => new Bilingual("in force", "生效"),
        EventKind.Suspended => new Bilingual("suspended", "暂停"),
        EventKind.Resumed => new Bilingual("resumed", "恢复"),
        EventKind.Repealed => new Bilingual("repealed", "废止"),
        EventKind.Amended => new Bilingual("amended", "修订"),
        EventKind.Expired => new Bilingual("expired", "到期"),
        EventKind.Withdrawn => new Bilingual("withdrawn", "撤回"),
        _ => new Bilingual("announced", "公布"),
    }).In(language);
}
