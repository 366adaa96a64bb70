import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import { z } from 'zod';
import { codesEmpechement, codesMoment } from '../../../domain/reponses/codes';
import type { DemandeReponse } from '../../../domain/reponses/reponse';
import type { Document, LienOuvert } from '../../../registre/reponses/liens.prisma';
import { DOCUMENT_MAXIMUM, findTypeDocument } from '../../documents';

export type SaisieReponse = {
  readonly demande: DemandeReponse;
  readonly textes: readonly { readonly id: string; readonly contenu: string }[];
  readonly document: Document | null;
};

type Lue = SaisieReponse | { readonly fini: true } | { readonly alerte: string };

const revision = z.coerce.number().int().positive();
const mots = z.string().trim().max(2000).default('');
const venue = z.object({ revision });
const empechement = z.object({
  revision,
  motif: z.enum(codesEmpechement),
  moments: z.preprocess(
    (x) => (typeof x === 'string' ? [x] : x),
    z.array(z.enum(codesMoment)).max(7).default([]),
  ),
  mots,
});

/** R42 — what the form says, as the demande of the person whose link it is; a form of another purpose is none. */
export async function readSaisie(req: Request, { usage, objet }: LienOuvert): Promise<Lue> {
  const acte = req.params['acte'];
  if (usage === 'motif') return acte === 'motif' ? readMotif(req, objet) : { fini: true };
  const corps: unknown = req.body ?? {};
  if (acte === 'venue') {
    const lu = venue.safeParse(corps);
    if (!lu.success) return { alerte: ILLISIBLE };
    const demande = { type: 'confirmVenue', rendezVousId: objet, revision: lu.data.revision } as const;
    return { demande, textes: [], document: null };
  }
  if (acte !== 'empechement') return { fini: true };
  const lu = empechement.safeParse(corps);
  if (!lu.success) return { alerte: ILLISIBLE };
  const { textes, texteId } = keepMots(lu.data.mots);
  const { motif, moments } = lu.data;
  return {
    demande: {
      ...{ type: 'announceEmpechement', rendezVousId: objet, revision: lu.data.revision },
      ...{ motif, moments, texteId },
    } as const,
    textes,
    document: null,
  };
}

async function readMotif(req: Request, manquement: number): Promise<Lue> {
  const formulaire = await readMultipart(req);
  if (formulaire === null) return { alerte: ILLISIBLE };
  const dits = mots.safeParse(formulaire.get('mots') ?? '');
  if (!dits.success) return { alerte: 'Votre réponse est trop longue : 2 000 signes au plus.' };
  const fichier = formulaire.get('document');
  const octets =
    fichier instanceof File && fichier.size > 0 ? Buffer.from(await fichier.arrayBuffer()) : null;
  if (octets !== null && octets.length > DOCUMENT_MAXIMUM)
    return { alerte: 'Le document est trop gros : 5 Mo au plus. Rien n’a été envoyé.' };
  const type = octets === null ? null : findTypeDocument(octets);
  if (octets !== null && type === null)
    return { alerte: 'Ce document n’est ni une photo (JPEG, PNG) ni un PDF. Rien n’a été envoyé.' };
  const document = octets === null || type === null ? null : { id: randomUUID(), type, octets };
  const { textes, texteId } = keepMots(dits.data);
  return {
    demande: { type: 'answerMotif', manquement, texteId, documentId: document?.id ?? null },
    textes,
    document,
  };
}

/** Node reads multipart by itself (fetch, undici); the size was bounded before. */
async function readMultipart(req: Request): Promise<FormData | null> {
  const type = req.get('Content-Type');
  if (!Buffer.isBuffer(req.body) || type === undefined) return null;
  try {
    const corps = new Response(new Uint8Array(req.body), { headers: { 'Content-Type': type } });
    return await corps.formData();
  } catch {
    return null;
  }
}

function keepMots(contenu: string) {
  if (contenu === '') return { textes: [], texteId: null };
  const id = randomUUID();
  return { textes: [{ id, contenu }], texteId: id };
}

const ILLISIBLE = 'Votre réponse n’a pas pu être lue. Essayez de nouveau, ou appelez-nous.';
