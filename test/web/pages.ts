import { jour } from '../../domain/temps/jour';
import { codesGeste, type CodeGeste } from '../../domain/parcours/gestes';
import { resume } from '../../domain/parcours/resume';
import { vueParcours } from '../../domain/parcours/vue';
import type { LigneListe } from '../../web/liste-tableau';
import type { PageListe } from '../../web/liste';
import type { PageParcours } from '../../web/parcours/page';
import { contexteOf } from '../../domain/parcours/contexte';
import { regles, type Vie } from '../domain/vue-vies';

/** A name that would do harm wherever it is not escaped. */
export const MECHANT = `<script>alert("x")</script> & 'Co'`;

const zone = 'metropole';
const liens = { courriels: 'http://127.0.0.1:8025', temporal: 'http://127.0.0.1:8233' };

function autour(vie: Vie) {
  const { maintenant } = vie;
  return {
    cadre: { maintenant, zone, liens, enMarche: false },
    horloge: { maintenant, zone, prochaine: null, propre: null, marche: null, retour: '/', faute: null },
  } as const;
}

export function pageParcours(vie: Vie, remplace: Partial<PageParcours> = {}): PageParcours {
  return {
    ...autour(vie),
    vue: vueParcours(vie.p, vie.journal, contexteOf(regles, vie.p), vie.maintenant),
    zone,
    personne: { nom: MECHANT, joignable: vie.joignable, preference: 'papier' },
    remplacements: [{ nom: MECHANT, du: jour('2025-03-03'), au: jour('2025-03-14') }],
    referent: vie.p.referent === null ? null : { id: 'referent', nom: MECHANT },
    structure: { nom: MECHANT },
    referents: [{ id: 'referent', nom: MECHANT }],
    structures: [{ id: 'structure', nom: MECHANT }],
    textes: { 'texte-convenu': MECHANT },
    courriels: [
      {
        cle: 'rdv:1.1:convocation',
        modele: 'convocation',
        destinataire: 'personne',
        etat: 'refuse',
        essais: 3,
        creeA: vie.maintenant,
        envoyeA: null,
        lettre: '/parcours/x/lettres/y',
      },
    ],
    lienTemporal: 'http://127.0.0.1:8233/namespaces/jalons/workflows/parcours-x',
    cles: Object.fromEntries(codesGeste.map((c) => [c, `cle-${c}`])) as Record<CodeGeste, string>,
    vise: null,
    refusee: null,
    fait: null,
    ...remplace,
  };
}

export function ligne(vie: Vie, personne = MECHANT): LigneListe {
  return { resume: resume(vie.p, contexteOf(regles, vie.p), vie.maintenant), personne, referent: MECHANT };
}

export function pageListe(vies: readonly Vie[]): PageListe {
  const [premiere] = vies;
  if (premiere === undefined) throw new Error('Une liste d’essai a au moins une vie.');
  return {
    ...autour(premiere),
    referents: [{ id: 'referent', nom: MECHANT, structure: MECHANT, aTraiter: 2 }],
    choisi: null,
    lignes: vies.map((v) => ligne(v)),
  };
}
