using System.Security.Cryptography;
using System.Text;
using Trunkline.Store;

namespace Trunkline.Tests.Unit.Store;

public abstract class TokenShelfTest : IDisposable
{
    private readonly ScratchStore scratch;

    private protected TokenShelfTest(ScratchStore scratch) => this.scratch = scratch;

    private TrunklineStore Store => scratch.Store;

    public void Dispose()
    {
        scratch.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void A_token_says_who_where_and_what_for()
    {
        (StoredToken kept, string token) = Store.In("ohio").Tokens.Add("bo", Role.Analyst, TimeSpan.FromDays(1));
        StoredToken? found = Store.Tokens.Find(token);
        Assert.Equal(("bo", "ohio", Role.Analyst), (found!.Holder, found.Workspace, found.Role));
        Assert.Equal(kept, found);
    }

    [Fact]
    public void Only_the_hash_of_the_secret_is_kept()
    {
        (StoredToken kept, string token) = Store.Tokens.Add("bo", Role.Viewer, TimeSpan.FromDays(1));
        string secret = token.Split('_', 3)[2];
        Assert.True(secret.Length >= 43, "256 bits are 43 letters.");
        foreach (string file in Directory.GetFiles(Store.Root))
        {
            Assert.False(File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.ASCII.GetBytes(secret)) >= 0, $"{Path.GetFileName(file)} holds the secret.");
        }

        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
        Assert.Equal(1, scratch.Sql($"UPDATE tokens SET \"Holder\" = 'bo' WHERE \"Id\" = '{kept.Id}' AND \"Hash\" = '{hash}'"));
    }

    [Fact]
    public void It_ends_on_its_day_and_not_before()
    {
        string token = Store.Tokens.Add("bo", Role.Viewer, TimeSpan.FromDays(1)).Token;
        scratch.Clock.Now += TimeSpan.FromDays(1) - TimeSpan.FromTicks(1);
        Assert.NotNull(Store.Tokens.Find(token));
        scratch.Clock.Now += TimeSpan.FromTicks(1);
        Assert.Null(Store.Tokens.Find(token));
    }

    [Fact]
    public void A_revoked_one_counts_no_more_and_cannot_be_revoked_twice()
    {
        (StoredToken kept, string token) = Store.Tokens.Add("bo", Role.Viewer, TimeSpan.FromDays(1));
        string other = Store.Tokens.Add("bo", Role.Viewer, TimeSpan.FromDays(1)).Token;
        Assert.True(Store.Tokens.Revoke(kept.Id));
        Assert.False(Store.Tokens.Revoke(kept.Id));
        Assert.Null(Store.Tokens.Find(token));
        Assert.NotNull(Store.Tokens.Find(other));
    }

    [Fact]
    public void What_is_nearly_a_token_is_none()
    {
        string token = Store.Tokens.Add("bo", Role.Administrator, TimeSpan.FromDays(1)).Token;
        string[] parts = token.Split('_', 3);
        string other = Store.Tokens.Add("al", Role.Viewer, TimeSpan.FromDays(1)).Token.Split('_', 3)[2];
        string[] wrong = ["", "tl_", "tl__", token[..^1], token + "x", token.ToUpperInvariant(), $"tl_{parts[1]}_", $"tl_{parts[1]}_{other}", $"tl_000000000000_{parts[2]}", parts[2]];
        Assert.All(wrong, t => Assert.Null(Store.Tokens.Find(t)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../main")]
    [InlineData("Ohio")]
    [InlineData("a/b")]
    [InlineData("main\n")]
    public void A_workspace_is_a_plain_name(string name) => Assert.Throws<ArgumentException>(() => Store.In(name));
}

public sealed class TokenShelfOnSqliteTest() : TokenShelfTest(ScratchStore.Sqlite());

public sealed class TokenShelfOnPostgresTest() : TokenShelfTest(ScratchStore.Postgres());
