import type { Bilingual } from '../words/words';
import { lost, reached, starting } from './connection';

export const base = '/api/v1';

/** One thing wrong with what was sent: where, what, and what would be right. */
export interface Problem {
  pointer?: string | null;
  where?: string | null;
  what: Bilingual | string;
  fix?: Bilingual | string | null;
  row?: number | null;
  column?: string | null;
}

/** The server answered, and the answer is a refusal. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly type: string,
    readonly title: Bilingual | string,
    readonly detail: Bilingual | string | null,
    readonly problems: Problem[],
  ) {
    super(typeof title === 'string' ? title : (title.en ?? `HTTP ${status}`));
  }
}

/** Nobody answered: the server is stopped, or the connection dropped. */
export class Unreachable extends Error {}

export interface Answer<T> {
  status: number;
  body: T;
  location: string | null;
  etag: string | null;
}

async function refusal(response: Response): Promise<Refused> {
  try {
    const body = (await response.json()) as { type?: string; title?: string; text?: Bilingual; detail?: string; problems?: Problem[] };
    return new Refused(response.status, body.type ?? '', body.text ?? body.title ?? `HTTP ${response.status}`, body.detail ?? null, body.problems ?? []);
  } catch {
    return new Refused(response.status, '', `HTTP ${response.status}`, null, []);
  }
}

async function call(path: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path.startsWith('/') ? path : `${base}/${path}`, init);
  } catch (fault) {
    if (init.signal?.aborted) throw fault;
    lost();
    throw new Unreachable('No answer from the server.');
  }
  if (response.status === 503) starting();
  else reached();
  if (!response.ok && response.status !== 304) throw await refusal(response);
  return response;
}

export async function read<T>(path: string, signal?: AbortSignal): Promise<T> {
  const response = await call(path, { signal, headers: { Accept: 'application/json' } });
  return (await response.json()) as T;
}

export async function readWithTag<T>(path: string, signal?: AbortSignal): Promise<{ body: T; etag: string | null }> {
  const response = await call(path, { signal, headers: { Accept: 'application/json' } });
  return { body: (await response.json()) as T, etag: response.headers.get('ETag') };
}

export async function readText(path: string, signal?: AbortSignal): Promise<string> {
  return (await call(path, { signal })).text();
}

export async function send<T>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown, etag?: string | null): Promise<Answer<T>> {
  const form = body instanceof FormData;
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (body !== undefined && !form) headers['Content-Type'] = 'application/json';
  if (etag) headers['If-Match'] = etag;
  const response = await call(path, { method, headers, body: form ? body : body === undefined ? undefined : JSON.stringify(body) });
  const text = await response.text();
  return {
    status: response.status,
    body: (text ? JSON.parse(text) : null) as T,
    location: response.headers.get('Location'),
    etag: response.headers.get('ETag'),
  };
}

export const part = (text: string) => encodeURIComponent(text).replaceAll('%3A', ':').replaceAll('%40', '@');

/** A query string of what has a value, with its question mark. */
export function asked(values: Record<string, string | number | boolean | string[] | null | undefined>): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(values)) {
    if (Array.isArray(value)) value.forEach((one) => query.append(key, one));
    else if (value !== null && value !== undefined && value !== '') query.set(key, String(value));
  }
  const text = query.toString();
  return text ? `?${text}` : '';
}
