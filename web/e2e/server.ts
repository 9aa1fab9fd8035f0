import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    address: string;
    /** Paths that the server offers, as its own document lists them. */
    offers: string[];
  }
}

export const root = join(import.meta.dirname, '..', '..');
const program = join(root, 'artifacts', 'bin', 'Trunkline.Server', 'release', 'trunkline-server.dll');

export const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

export interface Served {
  address: string;
  child: ChildProcess;
  store: string;
  stop: () => Promise<void>;
}

/** Starts the real server on a port of its own with a store of its own, and waits until it answers. */
export async function serve(given: { port?: number; store?: string; data?: string } = {}): Promise<Served> {
  if (!existsSync(program)) throw new Error('Build first: dotnet build src/Trunkline.Server -c Release');
  if (!existsSync(join(root, 'web', 'dist', 'index.html'))) throw new Error('Build first: npm run build, in web/');
  const port = given.port ?? (await freePort());
  const store = given.store ?? mkdtempSync(join(tmpdir(), 'trunkline-e2e-'));
  const address = `http://127.0.0.1:${port}`;
  const child = spawn('dotnet', [program, '--ends-with-input', '--urls', address, '--data', given.data ?? join(root, 'data'), '--web', join(root, 'web', 'dist'), '--store', store], { stdio: ['pipe', 'ignore', 'inherit'] });
  const stop = async () => {
    if (child.exitCode !== null) return;
    const over = new Promise((resolve) => child.once('exit', resolve));
    child.stdin?.end();
    const timer = setTimeout(() => child.kill('SIGKILL'), 15_000);
    await over;
    clearTimeout(timer);
  };
  for (let i = 0; i < 600; i++) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}.`);
    const answer = await fetch(`${address}/healthz`).catch(() => null);
    if (answer?.ok) return { address, child, store, stop };
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('The server did not answer within two minutes.');
}

/** Waits until the server holds a plan that can be asked what if. */
export async function untilReady(address: string, seconds = 400): Promise<string> {
  for (let i = 0; i < seconds; i++) {
    const status = (await (await fetch(`${address}/api/v1/status`)).json()) as { state: string; plan: string | null; canAsk: boolean; problems: unknown[] };
    if (status.state === 'failed') throw new Error(`The server has no plan: ${JSON.stringify(status.problems)}`);
    if (status.plan && status.canAsk) return status.plan;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  throw new Error(`No plan could be asked within ${seconds} s.`);
}

const paths = async (address: string) => Object.keys(((await (await fetch(`${address}/openapi/v1.json`)).json()) as { paths: object }).paths);

export default async function setup(project: TestProject) {
  // A server that runs already may be named: then none is started.
  if (process.env.TRUNKLINE_URL) {
    project.provide('address', process.env.TRUNKLINE_URL);
    project.provide('offers', await paths(process.env.TRUNKLINE_URL));
    return;
  }
  const served = await serve();
  project.provide('address', served.address);
  project.provide('offers', await paths(served.address));
  await untilReady(served.address);
  return async () => {
    await served.stop();
    rmSync(served.store, { recursive: true, force: true });
  };
}
