using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Trunkline.Store;

/// <summary>A token as far as it may be shown.</summary>
/// <param name="Holder">The person or program that has it: who is written down for what it does.</param>
/// <param name="Revoked">Null where it was not.</param>
public sealed record StoredToken(string Id, string Holder, string Workspace, Role Role, DateTimeOffset Created, DateTimeOffset Expires, DateTimeOffset? Revoked);

/// <summary>
/// Tokens: <c>tl_ID_SECRET</c>, the secret 256 random bits, of which only the SHA-256 is kept. A plain hash is enough: such a secret cannot be guessed, so nothing is gained by
/// making each guess slow.
/// </summary>
public sealed class TokenShelf
{
    /// <summary>What every token begins with, so that one is known when it is seen where it should not be.</summary>
    public const string Prefix = "tl_";

    private const string Given = "token.given";
    private const int SecretBytes = 32;
    private const int IdLetters = 12;

    private readonly TrunklineStore store;

    internal TokenShelf(TrunklineStore store) => this.store = store;

    /// <summary>Gives out a token for the workspace of this store.</summary>
    /// <returns>What is kept, and the token itself, which nobody can tell again.</returns>
    public (StoredToken Kept, string Token) Add(string holder, Role role, TimeSpan lasts)
    {
        string secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        DateTimeOffset now = store.Clock.GetUtcNow();
        TokenRow row = new()
        {
            Id = RandomNumberGenerator.GetHexString(IdLetters, lowercase: true),
            Hash = HashOf(secret),
            Holder = holder,
            Workspace = store.Workspace,
            Role = role,
            CreatedTicks = now.UtcTicks,
            ExpiresTicks = (now + lasts).UtcTicks,
        };
        return store.Change(change =>
        {
            change.Context.Tokens.Add(row);
            change.Note(Given, row.Id, new { row.Holder, Role = role.ToString(), Expires = now + lasts });
            return (Read(row), $"{Prefix}{row.Id}_{secret}");
        });
    }

    /// <summary>All tokens of all workspaces, the newest first.</summary>
    public IReadOnlyList<StoredToken> List()
    {
        using StoreContext context = store.Context();
        Dictionary<string, long> given = AuditTrail.Beginnings(context, Given);
        return [.. context.Tokens.AsNoTracking().AsEnumerable().OrderByDescending(t => given.GetValueOrDefault(t.Id)).Select(Read)];
    }

    /// <summary>Takes a token back, for good; false where there is none that counts.</summary>
    public bool Revoke(string id) => store.Change(change =>
    {
        if (change.Context.Tokens.FirstOrDefault(t => t.Id == id && t.RevokedTicks == null) is not { } row)
        {
            return false;
        }

        row.RevokedTicks = store.Now;
        change.Note("token.revoked", id, new { row.Holder });
        return true;
    });

    /// <summary>Whose token this is; null where it is none, not any more, or not the right one.</summary>
    public StoredToken? Find(string token)
    {
        string[] parts = token.StartsWith(Prefix, StringComparison.Ordinal) ? token[Prefix.Length..].Split('_', 2) : [];
        if (parts is not [{ Length: IdLetters } id, { Length: > 0 } secret])
        {
            return null;
        }

        using StoreContext context = store.Context();
        TokenRow? row = context.Tokens.AsNoTracking().FirstOrDefault(t => t.Id == id);
        bool isIt = CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(HashOf(secret)), Encoding.ASCII.GetBytes(row?.Hash ?? HashOf("")));
        return isIt && row is { RevokedTicks: null } && row.ExpiresTicks > store.Now ? Read(row) : null;
    }

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private static StoredToken Read(TokenRow row) => new(
        row.Id, row.Holder, row.Workspace, row.Role, At(row.CreatedTicks), At(row.ExpiresTicks), row.RevokedTicks is { } revoked ? At(revoked) : null);

    private static DateTimeOffset At(long ticks) => new(ticks, TimeSpan.Zero);
}
