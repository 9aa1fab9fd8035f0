/** Every page of the app, for the tests that visit them all. `ID` is the plan that the server holds ready. */
export const pages: [name: string, address: string][] = [
  ['map', '/plans/ID'],
  ['map-table', '/plans/ID?table=sites'],
  ['map-filter', '/plans/ID?tab=filter&y=2035&layers=sites,pipes,storage,counties'],
  ['site', '/plans/ID/sites/SITE'],
  ['storage', '/plans/ID/storage/STORAGE'],
  ['pipe', '/plans/ID/pipes/PIPE'],
  ['county', '/plans/ID/counties/COUNTY'],
  ['receipt', '/plans/ID/receipt/all'],
  ['plans', '/plans'],
  ['compare', '/compare?plans=ID,OTHER'],
  ['funding', '/pillars/funding'],
  ['infrastructure', '/pillars/infrastructure'],
  ['policy', '/pillars/policy'],
  ['communities', '/pillars/communities'],
  ['standards', '/pillars/standards'],
  ['pathway', '/pillars/pathway'],
  ['hubs', '/hubs'],
  ['register', '/register'],
  ['register-search', '/register?q=permit&asof=2025-07-03'],
  ['record', '/register/records/us.45q?asof=2025-07-03'],
  ['events', '/register/timeline'],
  ['graph', '/register/graph'],
  ['matrix', '/register/matrix?a=eu&b=no'],
  ['parameters', '/register/parameters/us.45q.rate'],
  ['review', '/register/review'],
  ['gates', '/register/gates'],
  ['studies', '/studies'],
  ['study', '/studies/us'],
  ['study-new', '/studies/new'],
  ['data', '/studies/data'],
  ['sweeps', '/sweeps'],
  ['sweep-new', '/sweeps/new?study=01-one-source-one-hub'],
  ['sweep', '/sweeps/SWEEP'],
  ['jobs', '/jobs'],
  ['about', '/about'],
  ['missing', '/no/such/place'],
];

interface Features {
  features: { properties: Record<string, unknown> }[];
}

/** The pages with real ids in them. */
export async function addresses(server: string): Promise<[string, string][]> {
  const read = async <T>(path: string) => (await (await fetch(`${server}/api/v1/${path}`)).json()) as T;
  const { plan } = await read<{ plan: string }>('status');
  const plans = await read<{ items: { id: string }[] }>('plans');
  const some = async (layer: string, wanted: (p: Record<string, unknown>) => boolean) => {
    const features = (await read<Features>(`plans/${plan}/layers/${layer}`)).features;
    return encodeURIComponent(String((features.find((f) => wanted(f.properties)) ?? features[0])!.properties.id));
  };
  const named: Record<string, string> = {
    ID: plan,
    OTHER: plans.items.find((item) => item.id !== plan)?.id ?? plan,
    SITE: await some('sites', (p) => p.status === 'captured'),
    STORAGE: await some('storage', (p) => Number(p.rate4 ?? p.rate0) > 0),
    PIPE: await some('pipes', (p) => Number(p.flow4 ?? p.flow0) !== 0),
    SWEEP: await sweepOf(server),
    COUNTY: await some('counties', (p) => Number(p.sites) > 0),
  };
  return pages.map(([name, address]) => [name, address.replace(/\b(ID|OTHER|SITE|STORAGE|PIPE|COUNTY|SWEEP)\b/g, (word) => named[word]!)]);
}

/** A small sweep that is done; launched where it is not there. */
export async function sweepOf(server: string): Promise<string> {
  const read = async <T>(path: string) => (await (await fetch(`${server}/api/v1/${path}`)).json()) as T;
  const study = '01-one-source-one-hub';
  const sweep = await read<{ id: string; sample: { scenarios: number }; parameters: unknown[]; decision?: { through: number } }>(`sweeps/start?study=${study}`);
  sweep.sample.scenarios = 20;
  sweep.decision = { through: 2030 };
  await fetch(`${server}/api/v1/sweeps`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ study, sweep }) });
  for (let i = 0; i < 300; i++) {
    if ((await read<{ item: { state: string } }>(`sweeps/${sweep.id}`)).item.state === 'done') return sweep.id;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('The sweep was not done within a minute.');
}
