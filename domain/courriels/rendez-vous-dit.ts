import { jourAt } from '../temps/heure-locale';
import type { Bloc, LigneFiche } from './contenu';
import { liste, paragraphe, titre } from './contenu';
import { dureeEnLettres, heureEnLettres, jourEnLettres, momentEnLettres } from './dates-dites';
import type { PersonneDite, ReferentDit, RendezVousDit, StructureDite } from './dits';
import type { Invitation } from './ics';
import { findHrefWeb } from './liens';
import { deNom, ligneTelephone, nomComplet, telephoneOf } from './passages';
import type { Instant } from '../temps/instant';
import type { CodeZone } from '../temps/zones';

type Tenu = {
  readonly parcoursId: string;
  readonly ecritA: Instant;
  readonly structure: StructureDite;
  readonly referent: ReferentDit;
};

/** R18 — day, hour, place or link, with whom, and the number to call. */
export function ficheRendezVous(rdv: RendezVousDit, d: Tenu): Bloc {
  const { zone } = d.structure;
  return {
    type: 'fiche',
    lignes: [
      { nom: 'Jour', texte: jourEnLettres(jourAt(rdv.debut, zone)), lien: null },
      { nom: 'Heure', texte: heureEnLettres(rdv.debut, zone), lien: null },
      { nom: 'Durée', texte: dureeEnLettres(rdv.debut, rdv.fin), lien: null },
      ligneLieu(rdv, d.structure),
      { nom: 'Avec', texte: avecQui(rdv, d), lien: null },
      ligneTelephone(d),
    ],
  };
}

/** R09 — a mail dropped in between may have carried the last hour: every former one is named. */
export function listAnciens(
  anciens: readonly Instant[],
  zone: CodeZone,
  phrase: (quoi: string, auront: string) => string,
): readonly Bloc[] {
  const moments = anciens.map((debut) => `du ${momentEnLettres(debut, zone)}`);
  if (moments.length === 0) return [];
  const un = moments.length === 1;
  return [
    paragraphe(
      phrase(`${un ? 'le' : 'les'} rendez-vous ${moments.join(' et ')}`, un ? 'n’aura' : 'n’auront'),
    ),
  ];
}

/** R24 — a name that the person does not know says for whom it stands in. */
function avecQui(rdv: RendezVousDit, { referent }: Tenu): string {
  const nom = nomComplet(referent);
  return rdv.remplace === undefined ? nom : `${nom}, en remplacement ${deNom(rdv.remplace)}`;
}

function ligneLieu(rdv: RendezVousDit, structure: StructureDite): LigneFiche {
  const href = rdv.lieu === null ? null : findHrefWeb(rdv.lieu);
  if (href === null) return { nom: 'Lieu', texte: adresseDe(rdv, structure), lien: null };
  return { nom: 'En ligne', texte: href, lien: { href, libelle: 'Ouvrir le rendez-vous en ligne' } };
}

function adresseDe(rdv: RendezVousDit, structure: StructureDite): string {
  const lieu = rdv.lieu?.trim() ?? '';
  return lieu === '' ? `${structure.nom}, ${structure.adresse}` : lieu;
}

function estEnLigne(rdv: RendezVousDit): boolean {
  return rdv.lieu !== null && findHrefWeb(rdv.lieu) !== null;
}

/** What the appointment is for, in one or two sentences. */
export function objetDe(rdv: RendezVousDit): readonly string[] {
  if (rdv.bilan !== null)
    return [
      'Ce rendez-vous est aussi un bilan : nous regardons ensemble ce qui a avancé, ce qui est difficile, et la suite.',
    ];
  if (rdv.objet === 'accueil')
    return [
      'C’est un rendez-vous pour faire connaissance. Nous préparerons ensemble votre contrat d’engagement.',
    ];
  return ['C’est votre rendez-vous de suivi. Nous ferons le point sur vos démarches.'];
}

/** R18 — what to bring. Nothing is a condition: coming matters more than papers. */
export function aApporter(rdv: RendezVousDit): readonly Bloc[] {
  const papiers =
    rdv.bilan !== null
      ? ['Votre contrat d’engagement', 'Les papiers de vos démarches : candidatures, formations, rendez-vous']
      : rdv.objet === 'accueil'
        ? ['Une pièce d’identité', 'Les courriers que vous avez reçus', 'Votre CV, si vous en avez un']
        : ['Les papiers de vos démarches depuis la dernière fois, si vous en avez'];
  return [
    titre(estEnLigne(rdv) ? 'À préparer' : 'À apporter'),
    liste(...papiers),
    paragraphe(
      estEnLigne(rdv)
        ? 'S’il vous manque quelque chose, connectez-vous quand même.'
        : 'S’il vous manque quelque chose, venez quand même.',
    ),
  ];
}

/** R18 — the .ics: the summary says nothing of the accompaniment, a telephone shows it on its locked screen. */
export function invitationOf(
  methode: Invitation['methode'],
  rdv: RendezVousDit,
  d: Tenu & { readonly personne: PersonneDite },
): Invitation {
  const { personne, referent, structure } = d;
  const url = rdv.lieu === null ? null : findHrefWeb(rdv.lieu);
  const nom = nomComplet(referent);
  return {
    methode,
    parcoursId: d.parcoursId,
    rendezVousId: rdv.id,
    revision: rdv.revision,
    ecritA: d.ecritA,
    debut: rdv.debut,
    fin: rdv.fin,
    resume: methode === 'CANCEL' ? `Annulé : rendez-vous, ${structure.nom}` : `Rendez-vous, ${structure.nom}`,
    lieu: url ?? adresseDe(rdv, structure),
    lignes: [`Avec ${nom}, téléphone ${telephoneOf(d)}.`, 'Si vous ne pouvez pas venir, appelez ce numéro.'],
    url,
    organisateur: { nom, courriel: referent.courriel },
    invite: personne.courriel === null ? null : { nom: nomComplet(personne), courriel: personne.courriel },
  };
}
