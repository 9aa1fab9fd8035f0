using System.Security.Cryptography;
using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>A key whose signatures a reader believes.</summary>
/// <param name="Name">The name by which reviews call it.</param>
/// <param name="Holder">The person who holds it.</param>
/// <param name="PublicKey">ECDSA P-256 public key, SubjectPublicKeyInfo, base 64.</param>
public sealed record TrustedKey(string Name, string Holder, string PublicKey);

/// <summary>The keys that a reader trusts. They come from the reader, never from the register.</summary>
public sealed record ReviewTrust(IReadOnlyList<TrustedKey> Keys)
{
    /// <summary>Trusts nobody, so that nothing is verified.</summary>
    public static ReviewTrust None { get; } = new([]);

    /// <summary>Reads a trust file: <c>{ "keys": [{ "name", "holder", "publicKey" }] }</c>.</summary>
    public static Checked<ReviewTrust> Read(RegisterFile file)
    {
        List<Problem> problems = [];
        ReviewTrust? trust = RegisterJson.Parse<ReviewTrust>(file, problems);
        foreach ((int i, TrustedKey key) in trust?.Keys.Index() ?? [])
        {
            if (!ReviewSignature.IsKey(key.PublicKey))
            {
                problems.Add(new Problem($"{file.Path} /keys/{i}/publicKey", "is not an ECDSA P-256 public key.", "Give its SubjectPublicKeyInfo in base 64."));
            }

            if (trust!.Keys.Take(i).Any(k => k.Name == key.Name))
            {
                problems.Add(new Problem($"{file.Path} /keys/{i}/name", $"'{key.Name}' names another key already.", "Give each key its own name."));
            }
        }

        return Checked<ReviewTrust>.From(trust, problems);
    }

    internal TrustedKey? Key(string name) => Keys.FirstOrDefault(k => k.Name == name);
}

/// <summary>ECDSA with curve P-256 and SHA-256 over the canonical form of a review without its signature.</summary>
public static class ReviewSignature
{
    /// <summary>The review signed with a private key.</summary>
    public static SignedReview Sign(SignedReview review, ECDsa key) =>
        review with { Signature = Convert.ToBase64String(key.SignData(Payload(review), HashAlgorithmName.SHA256)) };

    /// <summary>True where the signature is of this review and was made with the private half of the key.</summary>
    public static bool Holds(SignedReview review, TrustedKey key)
    {
        using ECDsa? publicKey = Open(key.PublicKey);
        Span<byte> signature = new byte[review.Signature.Length];
        return publicKey is not null
            && Convert.TryFromBase64String(review.Signature, signature, out int length)
            && publicKey.VerifyData(Payload(review), signature[..length], HashAlgorithmName.SHA256);
    }

    internal static bool IsKey(string publicKey)
    {
        using ECDsa? key = Open(publicKey);
        return key is not null;
    }

    private static byte[] Payload(SignedReview review) =>
        RegisterJson.Canonical(RegisterJson.Write(review with { Signature = "" })).ToArray();

    private static ECDsa? Open(string publicKey)
    {
        byte[] bytes = new byte[publicKey.Length];
        if (!Convert.TryFromBase64String(publicKey, bytes, out int length))
        {
            return null;
        }

        ECDsa key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(bytes.AsSpan(0, length), out _);
            if (key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value == ECCurve.NamedCurves.nistP256.Oid.Value)
            {
                return key;
            }
        }
        catch (CryptographicException)
        {
            // The bytes are no key: the caller says so with the file's name.
        }

        key.Dispose();
        return null;
    }
}
