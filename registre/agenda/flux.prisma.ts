import type { Instant } from '../../domain/temps/instant';
import { empreinteOf, newSecret } from '../acces/jetons';
import type { Base } from '../base';
import { instantOfColonne } from '../dates';
import { readHorloge } from '../horloge/horloge';

/** The secret address of a référent's calendar, as he manages it: never the secret. */
export type Flux = { readonly id: string; readonly creeA: Instant; readonly revoqueA: Instant | null };

/** The secret, shown once; null when there is no such référent. */
export async function createFlux(base: Base, referentId: string, id: string): Promise<[Flux, string] | null> {
  const referent = await base.referent.findUnique({ where: { id: referentId }, select: { id: true } });
  if (referent === null) return null;
  const secret = newSecret();
  const { maintenant } = await readHorloge(base);
  const creeA = new Date(maintenant);
  const cree = await base.fluxAgenda.create({
    data: { id, referentId, empreinte: empreinteOf(secret), creeA },
  });
  return [fluxOf(cree), secret];
}

export async function listFlux(base: Base, referentId: string): Promise<readonly Flux[] | null> {
  const referent = await base.referent.findUnique({
    where: { id: referentId },
    select: { flux: { orderBy: { creeA: 'asc' } } },
  });
  return referent === null ? null : referent.flux.map(fluxOf);
}

/** False when there is none to revoke. */
export async function revokeFlux(base: Base, referentId: string, id: string): Promise<boolean> {
  const { maintenant } = await readHorloge(base);
  const { count } = await base.fluxAgenda.updateMany({
    where: { id, referentId, revoqueA: null },
    data: { revoqueA: new Date(maintenant) },
  });
  return count === 1;
}

function fluxOf({ id, creeA, revoqueA }: { id: string; creeA: Date; revoqueA: Date | null }): Flux {
  return {
    id,
    creeA: instantOfColonne(creeA),
    revoqueA: revoqueA === null ? null : instantOfColonne(revoqueA),
  };
}

export type RendezVousAttendu = {
  readonly parcoursId: string;
  readonly rendezVousId: number;
  readonly revision: number;
  readonly ecritA: Instant;
  readonly debut: Instant;
  readonly fin: Instant;
  readonly lieu: string;
};

type Ligne = Omit<RendezVousAttendu, 'debut' | 'fin'> & { debut: Date; fin: Date };

/** A month behind, a little more than a year ahead (registre/agenda: nothing is placed further). */
const AVANT = '31 days';
const APRES = '400 days';

/** What this secret address shows; null when it opens nothing, or no longer. */
export async function readFlux(base: Base, secret: string): Promise<readonly RendezVousAttendu[] | null> {
  const flux = await base.fluxAgenda.findUnique({
    where: { empreinte: empreinteOf(secret), revoqueA: null },
    select: { referentId: true },
  });
  if (flux === null) return null;
  const { maintenant } = await readHorloge(base);
  const lignes = await base.$queryRaw<Ligne[]>`
    SELECT v.parcours_id AS "parcoursId", v.numero AS "rendezVousId", v.debut, v.fin,
      (r ->> 'revision')::int AS revision, r ->> 'convoqueA' AS "ecritA",
      COALESCE(m.lieu, s.nom || ', ' || s.adresse) AS lieu
    FROM rendez_vous v
    JOIN parcours p ON p.id = v.parcours_id
    JOIN structure s ON s.id = p.structure_id
    CROSS JOIN LATERAL jsonb_array_elements(p.etat -> 'rendezVous') r
    LEFT JOIN permanence m ON m.id = v.permanence_id
    WHERE v.referent_id = ${flux.referentId}::uuid AND v.occupe AND (r ->> 'id')::int = v.numero
      AND v.debut >= ${maintenant}::timestamptz - ${AVANT}::interval
      AND v.debut < ${maintenant}::timestamptz + ${APRES}::interval
    ORDER BY v.debut, v.parcours_id`;
  return lignes.map((l) => ({ ...l, debut: instantOfColonne(l.debut), fin: instantOfColonne(l.fin) }));
}
