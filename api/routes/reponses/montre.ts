import { jourEnLettres, momentEnLettres } from '../../../domain/courriels/dates-dites';
import type { Information, RendezVousDit } from '../../../domain/courriels/dits';
import type { RendezVousDuFlux } from '../../../domain/courriels/ics';
import { findHrefTelephone, findHrefWeb } from '../../../domain/courriels/liens';
import { mentionsPage, nomComplet, telephoneOf } from '../../../domain/courriels/passages';
import { majuscule } from '../../../domain/parcours/dire';
import { explainRefus, type CodeRefus } from '../../../domain/refus';
import { limiteReponse } from '../../../domain/obligations/echeances-manquement';
import { estAnnule, type RendezVous } from '../../../domain/rendez-vous/rendez-vous';
import { empechements, moments } from '../../../domain/reponses/codes';
import { findReponse } from '../../../domain/reponses/reponse';
import { jourAt } from '../../../domain/temps/heure-locale';
import { getDonnees } from '../../../registre/courriels/donnees.prisma';
import type { Issue } from '../../../registre/journal/transige';
import { vouluOf, type LienOuvert } from '../../../registre/reponses/liens.prisma';
import type { PageReponse, RendezVousMontre } from '../../../web/reponse/page';

/** Where the page is, and what whoever runs Jalons says of the data (R46). */
type Ici = Pick<PageReponse, 'adresse'> & { readonly information: Information };

/** R42 — what the page of a link says now, in plain words. */
export function pageOf({ adresse, information }: Ici, lien: LienOuvert, alerte: string | null): PageReponse {
  const { usage, objet, dossier } = lien;
  const { p, ctx } = dossier;
  const { referent, structure } = ditsDe(lien, null);
  const numero = telephoneOf({ referent, structure });
  const suivants = p.rendezVous
    .filter(
      (r) => r.issue === null && r.creneau.debut > ctx.maintenant && (usage === 'motif' || r.id !== objet),
    )
    .sort((x, y) => (x.creneau.debut < y.creneau.debut ? -1 : 1))
    .map((r) => montreOf(lien, r));
  const commun = {
    ...{ adresse, alerte, suivants, mentions: mentionsPage({ structure, information }) },
    telephone: { nom: `${nomComplet(referent)}, ${structure.nom}`, numero, href: findHrefTelephone(numero) },
  };
  return usage === 'motif' ? { ...commun, ...motifOf(lien) } : { ...commun, ...venueOf(lien) };
}

type Propre = Pick<PageReponse, 'titre' | 'phrases' | 'rendezVous' | 'dites' | 'acte'>;

function venueOf(lien: LienOuvert): Propre {
  const { p, ctx } = lien.dossier;
  const rdv = p.rendezVous.find((r) => r.id === lien.objet);
  if (rdv === undefined || estAnnule(rdv))
    return { ...RIEN, titre: 'Ce rendez-vous est annulé', phrases: ['Vous n’avez pas à venir.'] };
  const rendezVous = montreOf(lien, rdv);
  if (rdv.issue !== null || rdv.creneau.debut <= ctx.maintenant)
    return {
      ...RIEN,
      titre: 'Ce rendez-vous est passé',
      phrases: ['Vous ne pouvez plus répondre ici. Appelez-nous si vous n’avez pas pu venir.'],
      rendezVous,
    };
  const dite = findReponse(p, rdv);
  return {
    titre: 'Votre rendez-vous',
    phrases: rdv.revision > 1 ? ['Ce rendez-vous a été déplacé. Voici la bonne date :'] : [],
    rendezVous,
    dites:
      dite === null
        ? []
        : dite.quoi === 'venue'
          ? ['Vous avez dit : je viens. C’est noté, merci.']
          : [
              'Vous avez dit : je ne peux pas venir. Votre référent le sait.',
              'Le rendez-vous reste prévu tant que nous ne l’avons pas changé avec vous. Vous pouvez encore changer d’avis.',
            ],
    acte: { quoi: 'venue', revision: rdv.revision, motifs: empechements, moments },
  };
}

function motifOf({ objet, dossier: { p, ctx } }: LienOuvert): Propre {
  const m = p.manquements.find((x) => x.id === objet);
  if (m === undefined || m.etat.etat === 'clos')
    return {
      ...RIEN,
      titre: 'Cette question est réglée',
      phrases: ['Vous n’avez plus rien à répondre ici.'],
    };
  const limite = limiteReponse(m, 'demande_motif', p, ctx);
  const tard = limite !== null && jourAt(ctx.maintenant, ctx.zone) > limite;
  const delai =
    limite === null ? [] : [tard ? EN_RETARD : `Vous avez jusqu’au ${jourEnLettres(limite)} inclus.`];
  const dites = p.reponses.flatMap((r) => (r.quoi === 'motif' && r.manquement === objet ? [r] : []));
  return {
    titre: 'Dites-nous ce qui s’est passé',
    phrases: [
      'Il y a peut-être une bonne raison. Quelques mots suffisent. Pas besoin de détails sur votre santé ou votre vie privée.',
      ...delai,
    ],
    rendezVous: null,
    dites: dites.map(
      (r) =>
        `Vous avez répondu le ${jourEnLettres(jourAt(r.a, ctx.zone))}${r.documentId === null ? '' : ', avec un document'}. C’est bien reçu.`,
    ),
    acte: { quoi: 'motif' },
  };
}

const RIEN = { phrases: [], rendezVous: null, dites: [], acte: null } as const;
const EN_RETARD = 'Le délai est passé, mais vous pouvez encore répondre : une personne lira votre réponse.';

/** Neither the links nor the foot of the mail are shown here. */
const PAGE = { apiUrl: '', information: { contact: null, conservationMois: 0 }, canal: 'courriel' } as const;

/** What the mail about that appointment would say: same place, same people. */
function ditsDe({ usage, objet, dossier }: LienOuvert, rdv: RendezVous | null) {
  const voulu = rdv === null ? vouluOf(usage, objet) : vouluOf('rendez_vous', rdv.id);
  const dites = getDonnees(voulu, dossier, PAGE);
  if (dites.modele !== 'rappel' && dites.modele !== 'demande_motif')
    throw new Error('Page sans rendez-vous.');
  return dites;
}

function montreOf(lien: LienOuvert, rdv: RendezVous): RendezVousMontre {
  const { structure } = lien.dossier;
  const lieu = lieuOf(lien, rdv);
  return {
    quand: majuscule(momentEnLettres(rdv.creneau.debut, structure.zone)),
    lieu,
    enLigne: findHrefWeb(lieu) !== null,
  };
}

function lieuOf(lien: LienOuvert, rdv: RendezVous): string {
  const dites = ditsDe(lien, rdv);
  const dit: RendezVousDit | null = dites.modele === 'rappel' ? dites.rendezVous : null;
  const lieu = dit?.lieu?.trim() ?? '';
  return lieu === '' ? `${dites.structure.nom}, ${dites.structure.adresse}` : lieu;
}

/** R42 — for her own calendar; null once there is nothing to come to. */
export function rendezVousDuFluxOf(lien: LienOuvert, url: string): RendezVousDuFlux | null {
  const { p, ctx } = lien.dossier;
  const rdv = p.rendezVous.find((r) => r.id === lien.objet);
  if (lien.usage !== 'rendez_vous' || rdv?.issue !== null) return null;
  const { debut, fin } = rdv.creneau;
  const { id: rendezVousId, revision } = rdv;
  const commun = { parcoursId: lien.parcoursId, rendezVousId, revision, ecritA: ctx.maintenant };
  return { ...commun, debut, fin, lieu: lieuOf(lien, rdv), url };
}

/** What the law answers is said to her, not to a professional. */
export function alerteOf(issue: Issue | { readonly probleme: object }): string {
  if (!('accepte' in issue) || issue.accepte) return PLUS_TARD;
  return POUR_ELLE[issue.refus.code] ?? explainRefus(issue.refus);
}

const PLUS_TARD =
  'Votre réponse n’a pas pu être enregistrée. Essayez de nouveau dans un instant, ou appelez-nous.';
const POUR_ELLE: Readonly<Partial<Record<CodeRefus, string>>> = {
  rendez_vous_passe: 'L’heure de ce rendez-vous est passée : appelez-nous.',
  rendez_vous_inconnu: 'Ce rendez-vous n’existe plus : appelez-nous.',
  manquement_clos: 'Cette question est déjà réglée : vous n’avez plus rien à faire.',
  parcours_clos: 'Votre accompagnement est terminé : appelez-nous si vous avez une question.',
};
