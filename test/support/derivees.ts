import { createHash } from 'node:crypto';
import type { Base } from '../../registre/base';

/** What is derived from the journal, and everything else, to be compared. */
export async function readDerivees(base: Base) {
  const [parcours, rendezVous, faits, courriels, lignes, textes] = await Promise.all([
    base.parcours.findMany({ orderBy: { id: 'asc' } }),
    base.rendezVous.findMany({ orderBy: [{ parcoursId: 'asc' }, { numero: 'asc' }] }),
    base.fait.findMany({ orderBy: [{ parcoursId: 'asc' }, { rang: 'asc' }] }),
    base.courriel.findMany({ orderBy: { id: 'asc' } }),
    base.ligne.findMany({ orderBy: [{ parcoursId: 'asc' }, { cle: 'asc' }] }),
    base.texte.findMany({ orderBy: { id: 'asc' } }),
  ]);
  // Jest compares bytes one by one, a minute for these: their print says the same.
  const empreintes = courriels.map(({ octets, ...c }) => ({ ...c, octets: octets && empreinteOf(octets) }));
  return { parcours, rendezVous, autres: { faits, courriels: empreintes, lignes, textes } };
}

const empreinteOf = (octets: Uint8Array) => createHash('sha256').update(octets).digest('hex');

type LigneParcours = Awaited<ReturnType<typeof readDerivees>>['parcours'][number];
export const sansHorloge = (ligne: LigneParcours) => ({ ...ligne, horlogeVue: null });

/** Without triggers nor foreign keys, as a restoration that went wrong. */
export async function inReplica(base: Base, ...ordres: readonly string[]): Promise<void> {
  await base.$transaction(async (tx) => {
    await tx.$executeRawUnsafe('SET LOCAL session_replication_role = replica');
    for (const ordre of ordres) await tx.$executeRawUnsafe(ordre);
  });
}

/** Spoils every parcours in some way, and some appointments in each way; answers what a comparison must say. */
export async function spoil(base: Base): Promise<readonly string[]> {
  const { parcours, rendezVous } = await readDerivees(base);
  const [perdu = '', vide = ''] = parcours.map(({ id }) => id);
  const [a, b] = croises(rendezVous.filter((r) => r.parcoursId !== perdu && r.occupe));
  const autres = rendezVous.filter(
    (r) => r.occupe && ![perdu, a.parcoursId, b.parcoursId].includes(r.parcoursId),
  );
  const [efface, recule] = autres;
  if (efface === undefined || recule === undefined) throw new Error('Trop peu de rendez-vous.');
  const place = (r: Rendez, chez: Rendez) =>
    `INSERT INTO rendez_vous VALUES ('${r.parcoursId}', ${r.numero}, '${r.referentId}', '${chez.debut.toISOString()}', '${chez.fin.toISOString()}', NULL, true)`;
  const de = (r: Rendez) => `parcours_id = '${r.parcoursId}' AND numero = ${r.numero}`;
  const bloque = { ...efface, numero: 999 };
  await inReplica(
    base,
    "UPDATE parcours SET referent_id = NULL, etape = 'abimee', prochaine_a = NULL, prochaine_cle = NULL",
    `UPDATE parcours SET etat = etat - 'mois' WHERE id = '${vide}'`,
    `DELETE FROM parcours WHERE id = '${perdu}'`,
    `DELETE FROM rendez_vous WHERE ${de(efface)}`,
    `UPDATE rendez_vous SET permanence_id = NULL, occupe = NOT occupe WHERE ${de(recule)}`,
    // Each in the other's place: neither can be put back first.
    `DELETE FROM rendez_vous WHERE (${de(a)}) OR (${de(b)})`,
    place(a, b),
    place(b, a),
    place(bloque, { ...efface, debut: new Date('2040-01-02T08:00Z'), fin: new Date('2040-01-02T09:00Z') }),
  );
  return [
    `${perdu} : parcours manque`,
    `${vide} : parcours diffère (`,
    ', etat.mois',
    `${efface.parcoursId} : rendez_vous n° ${efface.numero} manque`,
    `${recule.parcoursId} : rendez_vous n° ${recule.numero} diffère (`,
    `${a.parcoursId} : rendez_vous n° ${a.numero} diffère (debut, fin`,
    `${b.parcoursId} : rendez_vous n° ${b.numero} diffère (debut, fin`,
    `${efface.parcoursId} : rendez_vous n° 999 n’est pas dans le journal`,
  ];
}

type Rendez = Awaited<ReturnType<typeof readDerivees>>['rendezVous'][number];

/** Two appointments of one référent in two parcours. */
function croises(occupes: readonly Rendez[]): readonly [Rendez, Rendez] {
  for (const a of occupes)
    for (const b of occupes) if (a.referentId === b.referentId && a.parcoursId < b.parcoursId) return [a, b];
  throw new Error('Aucun référent ne reçoit deux personnes.');
}
