import type { DonneesTransfert } from '../../domain/courriels/transfert-dit';
import type { Parcours } from '../../domain/parcours/parcours';
import type { Instant } from '../../domain/temps/instant';
import type { CodeZone } from '../../domain/temps/zones';
import type { Base } from '../base';
import { readHorloge } from '../horloge/horloge';
import type { VouluTransfert } from './passage.prisma';
import { findTransfert } from './transferts.prisma';

/** Reads what the summary of one side says at the moment when it is written: names as they are now. */
export async function readResume(
  base: Base,
  { transfertId, cote }: VouluTransfert,
  apiUrl: string,
): Promise<DonneesTransfert> {
  const t = await findTransfert(base, transfertId);
  if (t === null) throw new Error('Le récapitulatif parle d’un transfert inconnu.');
  const structure = await base.structure.findUniqueOrThrow({ where: { id: t.structureId } });
  const { maintenant } = await readHorloge(base);
  const parcours = await base.parcours.findMany({
    where: { id: { in: t.lignes.map((l) => l.parcoursId) } },
    include: { beneficiaire: true },
  });
  const passes = new Set(t.lignes.filter((l) => l.etat === 'fait').map((l) => l.parcoursId));
  const dits = parcours
    .map(({ id, etat, beneficiaire }) => ({
      id,
      personne: `${beneficiaire.prenom} ${beneficiaire.nom}`,
      lien: `${apiUrl}/parcours/${id}`,
      ...prochainOf(etat as unknown as Parcours, maintenant),
    }))
    .sort((x, y) => (`${x.personne} ${x.id}` < `${y.personne} ${y.id}` ? -1 : 1));
  const nom = async (id: string) => {
    const r = await base.referent.findUniqueOrThrow({ where: { id } });
    return `${r.prenom} ${r.nom}`;
  };
  const [moi, autre] = cote === 'de' ? [t.deId, t.versId] : [t.versId, t.deId];
  const { passage } = t;
  return {
    modele: 'transfert',
    ecritA: maintenant,
    structure: { ...structure, zone: structure.zone as CodeZone },
    cote,
    genre: passage.genre,
    jours: passage.genre === 'remplacement' ? { du: passage.du, au: passage.au } : null,
    nom: await nom(moi),
    autre: await nom(autre),
    lienListe: `${apiUrl}/?referent=${moi}`,
    passes: dits
      .filter((d) => passes.has(d.id))
      .map(({ personne, lien, prochain, aReplacer }) => ({ personne, lien, prochain, aReplacer })),
    ecartes: dits.filter((d) => !passes.has(d.id)).map(({ personne, lien }) => ({ personne, lien })),
  };
}

function prochainOf(
  p: Parcours,
  maintenant: Instant,
): { readonly prochain: Instant | null; readonly aReplacer: boolean } {
  const aVenir = p.rendezVous
    .filter((r) => r.issue === null && r.creneau.debut > maintenant)
    .sort((x, y) => (x.creneau.debut < y.creneau.debut ? -1 : 1));
  return {
    prochain: aVenir[0]?.creneau.debut ?? null,
    aReplacer: aVenir.some((r) => r.aReplacerDepuis !== null),
  };
}
