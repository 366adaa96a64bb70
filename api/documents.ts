import type { Document, TypeDocument } from '../registre/reponses/liens.prisma';

/** R42 — bytes that a document may weigh. */
export const DOCUMENT_MAXIMUM = 5 * 1024 * 1024;

/** The first bytes say what a file is: its name and the type that its sender gives do not. */
const SIGNATURES: readonly (readonly [TypeDocument, string])[] = [
  ['image/jpeg', 'ffd8ff'],
  ['image/png', '89504e470d0a1a0a'],
  ['application/pdf', Buffer.from('%PDF-').toString('hex')],
];

export function findTypeDocument(octets: Buffer): TypeDocument | null {
  const debut = octets.subarray(0, 8).toString('hex');
  return SIGNATURES.find(([, signature]) => debut.startsWith(signature))?.[0] ?? null;
}

const EXTENSIONS = { 'image/jpeg': 'jpg', 'image/png': 'png', 'application/pdf': 'pdf' } as const;

/** Handed over, never shown: neither its sender's name for it nor his type reaches the browser. */
export function enTetesOf({ id, type }: Pick<Document, 'id' | 'type'>): Record<string, string> {
  return {
    'Content-Disposition': `attachment; filename="document-${id.slice(0, 8)}.${EXTENSIONS[type]}"`,
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cache-Control': 'no-store',
  };
}
