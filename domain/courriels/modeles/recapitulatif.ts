import { avis, type CodeAvis } from '../../parcours/avis';
import { compte, ditJour, majuscule } from '../../parcours/dire';
import { libelleModele } from '../../parcours/lettres';
import type { CivilDate } from '../../temps/jour';
import type { CodeZone } from '../../temps/zones';
import { lienVers, liste, paragraphe, titre, type Bloc, type Contenu, type Rubrique } from '../contenu';
import { jourCourt, jourEnLettres, momentEnLettres, moisEnLettres } from '../dates-dites';
import type { DonneesRecapitulatif, Entree, LigneCapacite, Point } from '../recapitulatif-dit';
import { findHrefWeb } from '../liens';
import { deNom, mentionsProfessionnel, salutation } from '../passages';

/** Beyond this, what remains open is counted: mailboxes cut long mails, and the page shows it all. */
const OUVERTES_AFFICHEES = 60;

/** R17 — the digest of a morning: what is new today, then what remains open. */
export function contenuRecapitulatif(d: DonneesRecapitulatif): Contenu {
  return {
    sujet: `Récapitulatif du ${jourCourt(d.le)}`,
    titre: `Récapitulatif du ${jourEnLettres(d.le)}`,
    salutation: salutation(d.nom),
    blocs: [
      paragraphe(annonce(d)),
      ...section('Nouveau', d.nouvelles, d.structure.zone),
      ...capacites(d.capacites),
      ...section(
        'Reste ouvert',
        d.ouvertes.slice(0, OUVERTES_AFFICHEES),
        d.structure.zone,
        d.ouvertes.length,
      ),
      ...reste(d.ouvertes.length - OUVERTES_AFFICHEES),
      ...lienVers(findHrefWeb(d.lienListe), 'Ouvrir la liste des parcours'),
    ],
    signature: ['Jalons', d.structure.nom],
    mentions: mentionsProfessionnel,
    invitation: null,
  };
}

function annonce({ nouvelles, capacites: capacite, ouvertes }: DonneesRecapitulatif): string {
  const nouveau = nouvelles.length + (capacite.length > 0 ? 1 : 0);
  const ouvert = ouvertes.length;
  const reste = ouvert === 0 ? '' : ` ${compte(ouvert, 'parcours reste', 'parcours restent')} à suivre.`;
  return `${compte(nouveau, 'point nouveau', 'points nouveaux')} ce matin.${reste}`;
}

function section(
  nom: string,
  entrees: readonly Entree[],
  zone: CodeZone,
  total = entrees.length,
): readonly Bloc[] {
  if (entrees.length === 0) return [];
  const rubriques = entrees.map((e) => rubrique(e, zone));
  return [titre(`${nom} (${total})`), { type: 'rubriques', rubriques }];
}

function rubrique({ personne, referent, lien, points }: Entree, zone: CodeZone): Rubrique {
  const href = findHrefWeb(lien);
  return {
    titre: referent === null ? personne : `${personne} (suivi : ${referent})`,
    points: pointsDits(points, zone),
    lien: href === null ? null : { href, libelle: `Ouvrir le parcours ${deNom(personne)}` },
  };
}

/** Words between the sentence of an avis and its day. */
const DEVANT_LE_JOUR: Readonly<Partial<Record<CodeAvis, string>>> = {
  contrat_a_signer: 'au plus tard le',
  contrat_en_retard: 'attendu le',
  bilan_a_preparer: 'au plus tard le',
  bilan_a_tenir: 'au plus tard le',
  bilan_en_retard: 'attendu le',
  point_a_preparer: 'au plus tard le',
  point_a_tenir: 'au plus tard le',
  point_en_retard: 'attendu le',
  demarche_a_constater: 'prévue pour le',
  declaration_a_constater: 'attendue le',
  plafond_proche: 'dernier jour le',
  plafond_a_decider: 'dernier jour le',
};

const REUNIS: Readonly<Partial<Record<CodeAvis, { readonly point: CodeAvis; readonly phrase: string }>>> = {
  bilan_a_tenir: { point: 'point_a_tenir', phrase: 'Bilan et point légal à tenir' },
  bilan_en_retard: { point: 'point_en_retard', phrase: 'Bilan et point légal en retard' },
};

/** R28 — a bilan and the legal point that fall on the same day are said on one line; they stay two. */
function pointsDits(points: readonly Point[], zone: CodeZone): readonly string[] {
  const findPoint = (bilan: Point) => {
    const le = jourDe(bilan);
    if (le === null) return null;
    return points.find((p) => p.avis === REUNIS[bilan.avis]?.point && jourDe(p) === le) ?? null;
  };
  const reunis = points.map(findPoint);
  return points.flatMap((p, i) => {
    const point = reunis[i] ?? null;
    if (point !== null) return [reunisDits(p, point, zone)];
    return reunis.includes(p) ? [] : [pointDit(p, zone)];
  });
}

function jourDe({ precision }: Point): CivilDate | null {
  return precision?.quoi === 'jour' || precision?.quoi === 'point' ? precision.le : null;
}

function reunisDits(bilan: Point, point: Point, zone: CodeZone): string {
  const dit = pointDit(bilan, zone, REUNIS[bilan.avis]?.phrase);
  if (point.precision?.quoi !== 'point') return dit;
  return `${dit} : un seul rendez-vous peut servir aux deux, à choisir sur la page`;
}

function pointDit({ avis: code, precision }: Point, zone: CodeZone, phrase: string = avis[code]): string {
  if (precision === null) return phrase;
  switch (precision.quoi) {
    case 'rendez_vous':
      return `${phrase} (rendez-vous du ${momentEnLettres(precision.debut, zone)})`;
    case 'jour':
      return `${phrase} (${DEVANT_LE_JOUR[code] ?? 'le'} ${jourEnLettres(precision.le)})`;
    case 'point':
      return `${phrase} (${DEVANT_LE_JOUR[code] ?? 'le'} ${jourEnLettres(precision.le)} ; un seul rendez-vous peut servir au bilan n° ${precision.bilan} : à choisir sur la page)`;
    case 'jours':
      return `${phrase} (du ${ditJour(precision.du)} au ${ditJour(precision.au)})`;
    case 'mois':
      return `${phrase} (${moisEnLettres(precision.mois)})`;
    case 'lettre':
      return `${phrase} (${libelleModele(precision.modele).toLowerCase()})`;
  }
}

/** R08 — one line of capacity instead of one per parcours. */
function capacites(lignes: readonly LigneCapacite[]): readonly Bloc[] {
  return lignes.length === 0 ? [] : [titre('Créneaux'), liste(...lignes.map(capaciteDite))];
}

function capaciteDite({ mois, sansCreneau, offre }: LigneCapacite): string {
  const sans = `${compte(sansCreneau, 'personne', 'personnes')} sans créneau`;
  if (mois === null) return `Premier rendez-vous : ${sans}`;
  if (offre === null) return `${majuscule(moisEnLettres(mois))} : ${sans}`;
  const { creneaux, personnes } = offre;
  return `${compte(creneaux, 'créneau', 'créneaux')} pour ${compte(personnes, 'personne', 'personnes')} en ${moisEnLettres(mois)} : ${sans}`;
}

function reste(caches: number): readonly Bloc[] {
  return caches <= 0
    ? []
    : [paragraphe(`Et ${compte(caches, 'autre parcours', 'autres parcours')}, dans la liste.`)];
}
