import { codesDemarche, demarches } from '../../domain/engagement/codes';
import { genresDeclaration } from '../../domain/engagement/declarations-dues';
import { codesDroit, codesIssueDroit, droits, issuesDroit } from '../../domain/engagement/droits-codes';
import type { GesteEngagement } from '../../domain/engagement/gestes-engagement';
import { issuesConstatDites } from '../../domain/engagement/journal-engagement';
import { ditJour, minuscule } from '../../domain/parcours/dire';
import type { CivilDate } from '../../domain/temps/jour';
import { commentaire, consequence, facultatif, optionsOf } from './champs-engagement';
import { choixOuCache } from './champs-frequents';
import type { Entourage } from './entourage';
import type { Champ, Formulaire, Option } from './formulaire';
import { formulaireEtape } from './gestes-etape';
import { formulaireContrat } from './gestes-contrat';
import { optionsRendezVous } from './gestes-rendez-vous';

/** A step that may be left empty is asked for without anything chosen beforehand: an empty one is not sent. */
function champsDemarche(
  prefixe: string,
  { du, au }: { readonly du: CivilDate; readonly au: CivilDate | null },
  libre = false,
): readonly Champ[] {
  const champs: readonly Champ[] = [
    {
      nature: 'choix',
      nom: `${prefixe}quoi`,
      libelle: 'Quelle démarche',
      options: optionsOf(codesDemarche, demarches),
    },
    {
      nature: 'jour',
      nom: `${prefixe}avantLe`,
      libelle: 'Pour quand',
      aide: au === null ? `À partir du ${ditJour(du)}.` : `Du ${ditJour(du)} au ${ditJour(au)}.`,
      min: du,
      ...(au !== null && { max: au }),
    },
    {
      nature: 'choix',
      nom: `${prefixe}de`,
      libelle: 'Qui s’en charge',
      ...(libre ? { aide: 'La personne, si rien n’est choisi.' } : { valeur: 'personne' }),
      options: [
        { valeur: 'personne', libelle: 'La personne' },
        { valeur: 'referent', libelle: 'Le référent' },
      ],
    },
    { nature: 'ligne', nom: `${prefixe}precision`, libelle: 'Précision', facultatif: true },
  ];
  return libre ? champs.map(facultatif) : champs;
}

/** R25, R27, R29 — short forms: what an appointment brings, then what was promised, then rights. */
export function formulaireEngagement(g: GesteEngagement, e: Entourage): Formulaire {
  switch (g.geste) {
    case 'recordEntretien':
      return {
        geste: g.geste,
        titre: 'Noter ce qui a été convenu',
        suite: 'Ce sera relu au prochain rendez-vous ; chaque étape sera demandée une fois sa date passée.',
        champs: [
          choixOuCache('cible.numero', 'Rendez-vous', optionsRendezVous([...g.rendezVous].reverse(), e)),
          {
            nature: 'texte',
            nom: 'convenu',
            libelle: 'Ce qui a été convenu',
            facultatif: true,
            aide: 'Quelques mots suffisent, sans détail de santé. Pourra être effacé.',
          },
          ...[0, 1].map((i) => ({
            titre: `Prochaine étape ${i + 1} (facultatif)`,
            champs: champsDemarche(`etapes.${i}.`, g, true),
          })),
        ],
        bouton: 'Enregistrer',
        grave: false,
      };
    case 'addDemarche':
      return {
        geste: g.geste,
        titre: 'Ajouter une démarche convenue',
        suite: 'Une fois sa date passée, Jalons demandera au référent si elle est faite.',
        champs: champsDemarche('', g),
        bouton: 'Ajouter la démarche',
        grave: false,
      };
    case 'recordDemarche':
      return {
        geste: g.geste,
        titre: 'Dire si une démarche est faite',
        suite: consequence(g.demarches.some(({ issues }) => issues.includes('non_faite'))),
        champs: [
          choixOuCache('cible.numero', 'Démarche', optionsDemarche(g.demarches, e)),
          {
            nature: 'boutons',
            nom: 'issue',
            libelle: 'Cette démarche',
            options: optionsOf(
              (['faite', 'excusee', 'non_faite', 'sans_objet'] as const).filter((i) =>
                g.demarches.some(({ issues }) => issues.includes(i)),
              ),
              issuesConstatDites,
            ),
          },
          commentaire('Ce que la personne en dit'),
        ],
        bouton: 'Enregistrer la réponse',
        grave: false,
      };
    case 'recordDeclaration':
      return {
        geste: g.geste,
        titre: 'Dire si une déclaration est faite',
        suite: consequence(g.declarations.some(({ issues }) => issues.includes('non_faite'))),
        champs: [
          choixOuCache(
            'cible.declaration',
            'Déclaration',
            g.declarations.map(({ genre, duLe }) => ({
              valeur: `${genre}-${duLe}`,
              libelle: `${genresDeclaration[genre]} du ${ditJour(duLe)}`,
            })),
          ),
          {
            nature: 'boutons',
            nom: 'issue',
            libelle: 'Cette déclaration',
            options: optionsOf(
              (['faite', 'excusee', 'non_faite'] as const).filter((i) =>
                g.declarations.some(({ issues }) => issues.includes(i)),
              ),
              issuesConstatDites,
            ),
          },
          commentaire('Ce que la personne en dit'),
        ],
        bouton: 'Enregistrer la réponse',
        grave: false,
      };
    case 'recordDroits':
      return {
        geste: g.geste,
        titre: 'Accès aux droits',
        suite: 'Laissez vide ce qui n’a pas été regardé. Une nouvelle liste remplace celle du même moment.',
        champs: [
          choixOuCache(
            'cible.moment',
            'Regardé',
            [...e.engagement.droits].reverse().map(({ moment, libelle, droits: vus }) => ({
              valeur: String(moment),
              libelle: vus.length === 0 ? `${libelle} : rien encore` : libelle,
            })),
          ),
          ...codesDroit.map((d): Champ => ({
            nature: 'choix',
            nom: `droits.${d}`,
            libelle: droits[d],
            facultatif: true,
            options: optionsOf(codesIssueDroit, issuesDroit),
          })),
        ],
        bouton: 'Enregistrer la liste',
        grave: false,
      };
    case 'addEtape':
    case 'moveEtape':
    case 'recordEtape':
    case 'assignPublics':
      return formulaireEtape(g, e);
    default:
      return formulaireContrat(g, e);
  }
}

function optionsDemarche(offertes: readonly { readonly numero: number }[], e: Entourage): readonly Option[] {
  return offertes.flatMap(({ numero }) => {
    const d = e.engagement.demarches.find((x) => x.numero === numero);
    if (d === undefined) return [];
    const texte = d.texteId === null ? undefined : e.textes[d.texteId];
    const precision = texte === undefined ? '' : ` : ${texte.slice(0, 60)}`;
    return [
      {
        valeur: String(numero),
        libelle: `N° ${numero}, ${minuscule(d.libelle)}${precision}, pour le ${ditJour(d.avantLe)}`,
      },
    ];
  });
}
