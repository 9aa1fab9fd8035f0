using Trunkline.Domain;
using Trunkline.Server;
using Trunkline.Store;

if (StandardStreams.Solved(args))
{
    return 0;
}

Checked<ServeOptions> read = ServeOptions.Read(args, StandardStreams.Environment());
if (!read.IsRight)
{
    await StandardStreams.Complain(read.Problems);
    return 2;
}

// What is wrong with the store is said like any other setting, before anything listens.
Checked<TrunklineStore> store = TrunklineStore.TryOpen(read.Value.StoreFolder, TimeProvider.System, read.Value.Database);
if (!store.IsRight)
{
    await StandardStreams.Complain(store.Problems);
    return 2;
}

WebApplication app = ServerHost.Build(read.Value, TimeProvider.System);
try
{
    await app.StartAsync();
}
catch (IOException e)
{
    // Most often somebody listens there already.
    await StandardStreams.Complain([new Problem("--urls", e.Message, "Choose another port, for example --urls http://127.0.0.1:5211.")]);
    return 2;
}

StandardStreams.Announce(app);
if (read.Value.EndsWithInput)
{
    StandardStreams.StopWhenInputEnds(app.Lifetime);
}

await app.WaitForShutdownAsync();
return 0;
