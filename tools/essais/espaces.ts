import path from 'node:path';

/** The namespace of a server test file: one each, so that files run side by side without meeting. */
export function namespaceOf(file: string, root: string): string {
  const name = path.relative(path.join(root, 'test'), file).replace(/\.serveur\.test\.tsx?$/, '');
  return `essais-${name.replaceAll(/[^a-zA-Z0-9]+/g, '-').toLowerCase()}`;
}
