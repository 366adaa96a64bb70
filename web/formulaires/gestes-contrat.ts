import {
  codesFrein,
  codesMotifHeures,
  codesRegimePoint,
  freins,
  motifsHeures,
  regimesPoint,
} from '../../domain/engagement/codes';
import { genresDeclaration } from '../../domain/engagement/declarations-dues';
import type { HeuresPermises } from '../../domain/engagement/gestes-engagement';
import { issuesPointDites } from '../../domain/engagement/journal-engagement';
import type { GestePermisDe } from '../../domain/parcours/gestes';
import { commentaire, consequence, facultatif, optionsOf } from './champs-engagement';
import { jourEntre } from './champs-frequents';
import type { Entourage } from './entourage';
import type { Champ, Formulaire, Groupe } from './formulaire';

type GesteContrat = GestePermisDe<
  | 'recordPointLegal'
  | 'joinPointLegal'
  | 'assignPointLegal'
  | 'reviseContrat'
  | 'recordRefusContrat'
  | 'assignDeclarations'
>;

/** R26 — what the contrat asks of the person; the same fields at the signature and at a revision. */
export function champsContrat(
  { habituelles, maximum, actuelles }: HeuresPermises,
  e: Entourage,
): readonly (Champ | Groupe)[] {
  const objectifs = e.engagement.versions.at(-1)?.objectifs ?? [];
  const rangs = [...new Set([0, 1, ...objectifs.keys()])];
  return [
    {
      nature: 'minutes',
      nom: 'heures',
      libelle: 'Heures d’activité par semaine',
      aide: `${habituelles} d’habitude, ${maximum} au plus ; 0 pour une dispense.`,
      min: 0,
      max: maximum,
      valeur: String(actuelles.parSemaine),
    },
    {
      nature: 'choix',
      nom: 'motifHeures',
      libelle: `Pourquoi moins de ${habituelles} heures`,
      facultatif: true,
      options: optionsOf(codesMotifHeures, motifsHeures),
      ...(actuelles.motif !== null && { valeur: actuelles.motif }),
    },
    ...rangs.map((i): Groupe => champsObjectif(i, objectifs[i], e)),
  ];
}

function champsObjectif(
  i: number,
  objectif: { readonly texteId: string; readonly frein: string | null } | undefined,
  e: Entourage,
): Groupe {
  const texte = objectif === undefined ? undefined : e.textes[objectif.texteId];
  const frein = objectif?.frein ?? null;
  return {
    titre: `Objectif ${i + 1} (facultatif)`,
    champs: [
      {
        nature: 'ligne',
        nom: `objectifs.${i}.objectif`,
        libelle: 'En quelques mots',
        facultatif: true,
        ...(texte !== undefined && { valeur: texte }),
      },
      {
        nature: 'choix',
        nom: `objectifs.${i}.frein`,
        libelle: 'Ce qui y fait obstacle',
        facultatif: true,
        options: optionsOf(codesFrein, freins),
        ...(frein !== null && { valeur: frein }),
      },
    ],
  };
}

/** R26–R28 — the contrat itself, its stock-take, and what is asked of the person beside it. */
export function formulaireContrat(g: GesteContrat, e: Entourage): Formulaire {
  switch (g.geste) {
    case 'recordPointLegal':
      return {
        geste: g.geste,
        titre: 'Enregistrer le point légal',
        suite: 'S’il entraîne une révision du contrat, enregistrez d’abord le point, puis la révision.',
        champs: [
          jourEntre('tenuLe', 'Jour où il a été tenu', g.du, g.au),
          {
            nature: 'boutons',
            nom: 'issue',
            libelle: 'Ce qui en est sorti',
            options: optionsOf(g.issues, issuesPointDites),
          },
        ],
        bouton: 'Enregistrer le point légal',
        grave: false,
      };
    case 'joinPointLegal':
      return {
        geste: g.geste,
        titre:
          g.bilan === null
            ? 'Séparer le point légal et le bilan'
            : `Un seul rendez-vous pour le bilan n° ${g.bilan} et le point légal`,
        suite:
          g.bilan === null
            ? 'Chacun aura de nouveau son annonce et ses rappels.'
            : 'La personne ne reçoit qu’une annonce, celle du bilan, qui parle aussi du point.',
        champs: g.bilan === null ? [] : [{ nature: 'cache', nom: 'bilan', valeur: String(g.bilan) }],
        bouton: g.bilan === null ? 'Les séparer' : 'Les tenir ensemble',
        grave: false,
      };
    case 'assignPointLegal':
      return {
        geste: g.geste,
        titre: 'Changer le délai du point légal',
        suite: 'Le délai se compte depuis la signature ou la dernière révision du contrat.',
        champs: [
          {
            nature: 'choix',
            nom: 'regime',
            libelle: 'Délai',
            valeur: g.regime,
            options: optionsOf(codesRegimePoint, regimesPoint),
          },
        ],
        bouton: 'Enregistrer le délai',
        grave: false,
      };
    case 'reviseContrat':
      return {
        geste: g.geste,
        titre: 'Réviser le contrat',
        suite:
          'L’ancienne version est gardée, la durée de l’accompagnement ne change pas, le point légal repart de ce jour. La personne en est prévenue.',
        champs: [
          jourEntre('le', 'Jour de la révision', g.du, g.au),
          {
            nature: 'boutons',
            nom: 'par',
            libelle: 'À la demande',
            options: [
              { valeur: 'personne', libelle: 'De la personne' },
              { valeur: 'referent', libelle: 'Du référent' },
            ],
          },
          ...champsContrat(g.heures, e),
          commentaire('Ce qui change'),
        ],
        bouton: 'Réviser le contrat',
        grave: false,
      };
    case 'recordRefusContrat':
      return {
        geste: g.geste,
        titre:
          g.quoi === 'etablir'
            ? 'Noter un refus d’établir le contrat'
            : 'Noter un refus d’actualiser le contrat',
        suite: consequence(true),
        champs: [jourEntre('le', 'Jour du refus', g.du, g.au), commentaire('Ce que la personne a dit')],
        bouton: 'Noter le refus',
        grave: true,
      };
    case 'assignDeclarations':
      return {
        geste: g.geste,
        titre: 'Dire quelles déclarations suivre',
        suite: 'Laissez vide ce qui ne concerne pas la personne.',
        champs: (['dtr', 'actualisation'] as const).map((genre): Champ => {
          const valeur = g[genre];
          const champ = jourEntre(genre, `${genresDeclaration[genre]} : la première`, g.du, g.au);
          return facultatif({ ...champ, ...(valeur !== null && { valeur }) });
        }),
        bouton: 'Enregistrer les déclarations à suivre',
        grave: false,
      };
  }
}
