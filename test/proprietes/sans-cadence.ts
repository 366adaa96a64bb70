import { contexteOf } from '../../domain/parcours/contexte';
import { evolve } from '../../domain/parcours/evolve';
import type { FaitInscrit } from '../../domain/parcours/faits';
import type { Parcours } from '../../domain/parcours/parcours';
import { reporteAuJourOuvre } from '../../domain/temps/calendrier';
import { jourAt } from '../../domain/temps/heure-locale';
import { addDuree, addJours, plusTard, type CivilDate } from '../../domain/temps/jour';
import type { Dossier, Monde } from '../domain/monde';
import { exige } from './faute';

/** R38–R41 — read from the journal alone: what the second programme may ask, and when; the first asks none of it. */
export function verifieSansCadence({ p: fin, journal }: Dossier, m: Monde): void {
  const { cadence, suiviEmploi, etapes, publics } = contexteOf(m, fin).dispositif;
  let p: Parcours | null = null;
  for (const inscrit of journal) {
    if (p !== null) verifieEcheance(inscrit, p, m);
    p = evolve(p, inscrit, fin.id);
    exige(
      cadence.genre === 'silence' || fin.contacts.length === 0,
      'R38 — un contact compté là où le dispositif ne les compte pas',
      inscrit,
    );
    exige(
      suiviEmploi !== null || p.emplois.length === 0,
      'R40 — un emploi suivi sans qu’il le soit',
      inscrit,
    );
    exige(etapes !== null || p.engagement.etapes.length === 0, 'R39 — une étape sans étapes', inscrit);
    exige(
      publics !== null || p.engagement.publics === null,
      'R41 — un public que personne ne nomme',
      inscrit,
    );
  }
  const places = fin.rendezVous.filter((r) => r.origine === 'jalons' && fin.contrat !== null);
  const tard = places.filter((r) => r.convoqueA > (fin.contrat?.enregistreA ?? ''));
  exige(
    cadence.genre !== 'silence' || tard.every((r) => r.revision > 1),
    'R38 — sans cadence, aucun rendez-vous n’est placé après le contrat',
    tard,
  );
  const dites = journal.filter(({ fait }) => estAvis(fait, 'publics_a_indiquer'));
  exige(dites.length <= 1, 'R41 — une seule ligne pour les publics', dites);
}

function estAvis(fait: FaitInscrit['fait'], avis: string): boolean {
  return fait.type === 'professionnel_averti' && fait.avis === avis;
}

/** What is honoured still holds for the state just before, and its day is counted again by hand. */
function verifieEcheance(inscrit: FaitInscrit, p: Parcours, { zone }: Monde): void {
  const { fait, echeance } = inscrit;
  if (fait.type !== 'professionnel_averti' || echeance === null) return;
  const [nature = '', sujet = '', nom = ''] = echeance.cle.split(':');
  const emploi = p.emplois.find((e) => e.finLe === null) ?? null;
  if (nature === 'silence') {
    const contact = dernierContact(p, zone);
    exige(sujet === contact, 'R38 — le silence court du dernier contact', [inscrit, contact]);
    exige(emploi === null && p.plafondAtteintA === null, 'R38 — ni emploi ni plafond atteint', inscrit);
    exige(
      echeance.duLe >= reporteAuJourOuvre(addJours(contact, 45), zone),
      'R38 — quarante-cinq jours au moins',
      inscrit,
    );
  }
  if (nature === 'emploi') {
    exige(
      emploi !== null && String(emploi.rang) === sujet,
      'R40 — seul l’emploi en cours est suivi',
      inscrit,
    );
    const mois = nom === 'point' ? Number(echeance.cle.split(':')[3]) : 6;
    const debut = emploi?.debutLe ?? echeance.duLe;
    exige(
      echeance.duLe >= reporteAuJourOuvre(addDuree(debut, { mois }), zone),
      'R40 — chaque point à son mois, depuis le premier jour',
      inscrit,
    );
  }
  if (nature === 'plafond')
    exige(emploi === null, 'R40 — en emploi, la durée maximale ne demande rien', inscrit);
  if (nature === 'etape') {
    const [numero, revision] = sujet.split('.').map((x) => Number.parseInt(x));
    const etape = p.engagement.etapes.find((t) => t.numero === numero);
    exige(
      etape?.revision === revision && etape?.issue === null,
      'R39 — une étape dont rien n’est dit',
      inscrit,
    );
    exige(
      etape !== undefined && echeance.duLe > reporteAuJourOuvre(etape.au, zone),
      'R39 — seulement son dernier jour passé',
      inscrit,
    );
  }
}

/** R38 — the signature, an honoured appointment, a contact: the latest. */
function dernierContact(p: Parcours, zone: Monde['zone']): CivilDate {
  const venus = p.rendezVous
    .filter((r) => r.issue?.statut === 'honore')
    .map((r) => jourAt(r.creneau.debut, zone));
  const signeLe = p.contrat?.signeLe ?? ('0000-01-01' as CivilDate);
  return [...venus, ...p.contacts.map((c) => c.le)].reduce(plusTard, signeLe);
}
