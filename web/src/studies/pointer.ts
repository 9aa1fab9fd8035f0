export type Tree = { [key: string]: unknown };

const steps = (pointer: string) => pointer.split('/').slice(1).map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));

/** The value at a JSON pointer, undefined where there is none. */
export function at(tree: unknown, pointer: string): unknown {
  return steps(pointer).reduce<unknown>((value, step) => (value && typeof value === 'object' ? (value as Tree)[step] : undefined), tree);
}

/** The same tree with another value at a pointer; undefined takes it out, and parents that are left empty with it. */
export function put(tree: Tree, pointer: string, value: unknown): Tree {
  const [first, ...rest] = steps(pointer);
  if (first === undefined) return tree;
  const next = { ...tree };
  if (rest.length > 0) {
    const below = put((tree[first] as Tree | undefined) ?? {}, `/${rest.join('/')}`, value);
    if (Object.keys(below).length === 0) delete next[first];
    else next[first] = below;
  } else if (value === undefined) delete next[first];
  else next[first] = value;
  return next;
}
