import type { CourrielVoulu } from '../../domain/courriels/courriel';
import type { PersonneDite, StructureDite } from '../../domain/courriels/dits';
import type { DonneesCourriel } from '../../domain/courriels/donnees';
import { idsOfEquipe, type Acheminement, type Dossier, type Equipier } from '../../domain/courriels/dossier';
import { findDonnees } from '../../domain/courriels/redaction/redaction';
import { aujourdhui } from '../../domain/parcours/contexte';
import { interlocuteurOf } from '../../domain/parcours/interlocuteur';
import type { Parcours } from '../../domain/parcours/parcours';
import type { CodeZone } from '../../domain/temps/zones';
import type { Base } from '../base';
import { horlogeOf, type LigneHorloge } from '../horloge/horloge';
import { contexteOf } from '../journal/lecture.prisma';
import { lecteurOf } from '../salve';

type LigneDossier = LigneHorloge & {
  etat: Parcours;
  structure: Dossier['structure'];
  personne: PersonneDite;
};

const DOSSIER = `
  SELECT p.etat, clock_timestamp() AS reel, h.decalage_ms, h.figee_a, h.version,
    json_build_object('nom', s.nom, 'adresse', s.adresse, 'telephone', s.telephone, 'zone', s.zone,
      'responsableNom', s.responsable_nom, 'responsableCourriel', s.responsable_courriel) AS structure,
    json_build_object('prenom', b.prenom, 'nom', b.nom, 'courriel', b.courriel,
      'telephone', b.telephone, 'adresse', b.adresse) AS personne
  FROM parcours p JOIN structure s ON s.id = p.structure_id JOIN beneficiaire b ON b.id = p.beneficiaire_id, horloge h
  WHERE p.id = $1::uuid AND h.id = 1`;

const EQUIPE = `
  SELECT r.id, r.prenom, r.nom, r.courriel, r.telephone,
    (SELECT coalesce(json_agg(json_build_object('id', x.id, 'lieu', x.lieu)), '[]')
      FROM permanence x WHERE x.referent_id = r.id) AS permanences
  FROM referent r WHERE r.id = ANY($1::uuid[])`;

export async function readDossier(base: Base, parcoursId: string, voulu: CourrielVoulu): Promise<Dossier> {
  const lecteur = lecteurOf(base);
  const [ligne] = await lecteur.read<LigneDossier>({ name: 'dossier', text: DOSSIER, values: [parcoursId] });
  if (ligne === undefined) throw new Error('Le courriel parle d’un parcours inconnu.');
  const { etat: p, structure, personne } = ligne;
  const ctx = contexteOf(p, horlogeOf(ligne), { joignable: true }, null);
  const ids = idsOfEquipe(p);
  const equipe = await lecteur.read<Equipier>({ name: 'equipe', text: EQUIPE, values: [ids] });
  const interlocuteurId = interlocuteurOf(p, voulu, aujourdhui(ctx));
  return {
    ...{ parcoursId, p, ctx, structure, personne, equipe },
    interlocuteur: equipe.find((r) => r.id === interlocuteurId) ?? null,
    suivant: await findStructureSuivante(base, p.suivantId),
  };
}

/** R35 — who accompanies from now on. */
async function findStructureSuivante(base: Base, suivantId: string | null): Promise<StructureDite | null> {
  if (suivantId === null) return null;
  const suivant = await base.parcours.findUnique({ where: { id: suivantId }, include: { structure: true } });
  return suivant === null ? null : { ...suivant.structure, zone: suivant.structure.zone as CodeZone };
}

/** A mail about something that its parcours does not know is our bug: its parcours stops, visibly. */
export function getDonnees(
  voulu: CourrielVoulu,
  dossier: Dossier,
  acheminement: Acheminement,
): DonneesCourriel {
  const donnees = findDonnees(voulu, dossier, acheminement);
  if (donnees === null) throw new Error('Le courriel parle de ce que son parcours ne connaît pas.');
  return donnees;
}
