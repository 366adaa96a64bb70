import {
  codesGenreEtape,
  codesPartenaire,
  genresEtape,
  issuesEtape,
  partenaires,
  publicsPrioritaires,
} from '../../domain/engagement/codes';
import type { GesteEtape } from '../../domain/engagement/gestes-etape';
import { ditJour } from '../../domain/parcours/dire';
import { commentaire, facultatif, optionsOf } from './champs-engagement';
import { choixOuCache, jourEntre } from './champs-frequents';
import type { Entourage } from './entourage';
import type { Formulaire, Option } from './formulaire';

/** R39, R41 — the steps of the way to a job, one at a time, and the publics to whom the programme gives priority. */
export function formulaireEtape(g: GesteEtape, e: Entourage): Formulaire {
  switch (g.geste) {
    case 'addEtape':
      return {
        geste: g.geste,
        titre: 'Convenir d’une étape du parcours',
        suite:
          'La personne en est prévenue. Une fois son dernier jour passé, Jalons demandera ce qu’il en est.',
        champs: [
          {
            nature: 'choix',
            nom: 'quoi',
            libelle: 'Quelle étape',
            options: optionsOf(codesGenreEtape, genresEtape),
          },
          {
            nature: 'choix',
            nom: 'partenaire',
            libelle: 'Avec quel partenaire',
            facultatif: true,
            options: optionsOf(codesPartenaire, partenaires),
          },
          {
            nature: 'ligne',
            nom: 'nomPartenaire',
            libelle: 'Nom du partenaire',
            aide: 'Pourra être effacé.',
            facultatif: true,
          },
          jourEntre('le', 'Convenue le', g.du, g.au),
          jourEntre('du', 'Premier jour', g.du, g.jusquA),
          jourEntre('au', 'Dernier jour', g.du, g.jusquA),
          { nature: 'ligne', nom: 'precision', libelle: 'Ce qui est convenu', facultatif: true },
        ],
        bouton: 'Ajouter l’étape',
        grave: false,
      };
    case 'moveEtape':
      return {
        geste: g.geste,
        titre: 'Déplacer une étape',
        suite: 'La personne est prévenue des nouvelles dates.',
        champs: [
          choixOuCache('cible.numero', 'Étape', optionsEtape(g.etapes, e)),
          facultatif(jourEntre('du', 'Nouveau premier jour, s’il change', g.du, g.au)),
          jourEntre('au', 'Nouveau dernier jour', g.du, g.au),
          commentaire('Pourquoi'),
        ],
        bouton: 'Déplacer l’étape',
        grave: false,
      };
    case 'recordEtape':
      return {
        geste: g.geste,
        titre: 'Dire qu’une étape est atteinte ou abandonnée',
        suite: 'La personne en est prévenue. Une étape abandonnée n’ouvre aucun manquement.',
        champs: [
          choixOuCache('cible.numero', 'Étape', optionsEtape(g.etapes, e)),
          {
            nature: 'boutons',
            nom: 'issue',
            libelle: 'Cette étape est',
            options: optionsOf(['atteinte', 'abandonnee'] as const, issuesEtape),
          },
          jourEntre(
            'le',
            'Depuis le',
            g.etapes.reduce((premier, { du }) => (du < premier ? du : premier), g.au),
            g.au,
          ),
          commentaire('En quelques mots'),
        ],
        bouton: 'Enregistrer',
        grave: false,
      };
    case 'assignPublics':
      return {
        geste: g.geste,
        titre: 'Publics prioritaires',
        suite: 'Cochez ceux dont la personne relève ; aucune case cochée : aucun ne s’applique.',
        champs: g.prioritaires.map((x) => ({
          nature: 'case',
          nom: `publics.${x}`,
          libelle: publicsPrioritaires[x],
          facultatif: true,
          ...(g.actuels?.includes(x) === true && { valeur: 'oui' }),
        })),
        bouton: 'Enregistrer les publics',
        grave: false,
      };
  }
}

function optionsEtape(offertes: readonly { readonly numero: number }[], e: Entourage): readonly Option[] {
  return offertes.flatMap(({ numero }) => {
    const t = e.engagement.etapes.find((x) => x.numero === numero);
    if (t === undefined) return [];
    const libelle = `N° ${numero}, ${t.libelle.toLowerCase()}, du ${ditJour(t.du)} au ${ditJour(t.au)}`;
    return [{ valeur: String(numero), libelle }];
  });
}
