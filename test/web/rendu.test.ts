import { jour } from '../../domain/temps/jour';
import { renderErreur } from '../../web/erreur';
import { renderGalerie } from '../../web/galerie/galerie';
import { renderListe } from '../../web/liste';
import { renderOuverture } from '../../web/ouverture';
import { renderParcours } from '../../web/parcours/parcours';
import {
  absente,
  auPlafond,
  close,
  enPause,
  neuve,
  oubliee,
  proposee,
  remobilisee,
  sansAdresse,
  sansReferent,
  signee,
  transmise,
} from '../domain/vue-exemples';
import { jusquA } from '../domain/vue-vies';
import { MECHANT, pageListe, pageParcours } from './pages';

const vies = {
  neuve,
  signee,
  oubliee,
  absente: absente(),
  proposee: proposee(),
  transmise,
  remobilisee,
  auPlafond,
  close,
  sansReferent,
  sansAdresse,
};
const refus = { phrase: `Non : ${MECHANT}`, champs: ['debut.le'] };
const saisie = {
  valeurs: { 'debut.le': MECHANT, dureeMinutes: '45' },
  fautes: [{ champ: 'debut.heure', message: MECHANT }],
  refus,
};

const options = [{ valeur: MECHANT, libelle: MECHANT }];
const { cadre } = pageListe([neuve]);
const ouverture = {
  cadre,
  aujourdhui: jour('2025-01-13'),
  dispositifs: options,
  publics: [{ dispositif: MECHANT, prioritaires: ['orientation'] as const }],
  structures: options,
  referents: options,
  personnes: options,
  cle: 'cle',
  saisie: null,
};

const pages: Readonly<Record<string, string>> = {
  liste: renderListe(pageListe(Object.values(vies))),
  ...Object.fromEntries(Object.entries(vies).map(([nom, v]) => [nom, renderParcours(pageParcours(v))])),
  refusee: renderParcours(pageParcours(signee, { refusee: { geste: 'addRendezVous', saisie } })),
  faite: renderParcours(pageParcours(signee, { fait: 'signContrat' })),
  ouverture: renderOuverture(ouverture),
  ouvertureFausse: renderOuverture({
    ...ouverture,
    saisie: {
      valeurs: { 'personne.prenom': MECHANT },
      fautes: [{ champ: 'personne.nom', message: MECHANT }],
      refus: null,
    },
  }),
  galerie: renderGalerie({ cadre }),
  erreur: renderErreur({ cadre, statut: 500, titre: 'Erreur interne', phrase: MECHANT, reference: 'r' }),
};

const tout = (motif: RegExp, html: string) => [...html.matchAll(motif)].map(([, x = '']) => x);

describe.each(Object.entries(pages))('page %s', (_, html) => {
  test('rien de ce qu’une personne a écrit n’y devient du code', () => {
    expect(html).not.toContain('<script>alert');
    expect(html.replaceAll('<!doctype html>', '')).not.toMatch(/<[^>]*=[^>"]*"[^"]*<script/);
  });

  test('ni style ni script n’y est écrit sur place', () => {
    expect(html).not.toMatch(/\sstyle=/);
    expect(html).not.toMatch(/<style/);
    expect(html).not.toMatch(/\son[a-z]+=/);
    expect(html).not.toMatch(/<script(?! src="\/web\/(?:promenade|frise)\.js")/);
    expect(html).not.toContain('javascript:');
  });

  test('elle est en français, avec un seul titre principal, un évitement et ses repères', () => {
    expect(html).toContain('<html lang="fr">');
    expect(tout(/<(h1)[ >]/g, html)).toHaveLength(1);
    expect(tout(/<(main) /g, html)).toHaveLength(1);
    expect(html).toMatch(/class="evitement" href="#contenu"/);
    expect(html).toContain('id="contenu"');
    expect(html).toContain('Démonstration : données fictives');
  });

  test('chaque identifiant n’y est qu’une fois', () => {
    const ids = tout(/\sid="([^"]*)"/g, html);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  test('chaque champ visible a son étiquette, chaque description existe', () => {
    const ids = new Set(tout(/\sid="([^"]*)"/g, html));
    const etiquettes = new Set(tout(/<label[^>]*for="([^"]*)"/g, html));
    const champs = html.match(/<(?:input|select|textarea)[^>]*>/g) ?? [];
    for (const champ of champs.filter((c) => !c.includes('type="hidden"')))
      expect(etiquettes).toContain(/\sid="([^"]*)"/.exec(champ)?.[1]);
    for (const liste of tout(/aria-(?:describedby|labelledby)="([^"]*)"/g, html))
      for (const id of liste.split(' ')) expect(ids).toContain(id);
    for (const ancre of tout(/href="#([^"]+)"/g, html)) expect(ids).toContain(ancre);
  });

  test('chaque tableau dit ce qu’il contient, et ses en-têtes leur portée', () => {
    expect(tout(/<table[^>]*>(?!<caption)(.)/g, html)).toEqual([]);
    expect(html).not.toMatch(/<th(?! [^>]*scope=)[ >]/);
  });
});

test('R19, R20 — une pause se voit sur la frise, dans son tableau et à côté des jours restants', () => {
  const html = renderParcours(pageParcours(jusquA(enPause, '2025-01-24T09:00:00.000Z')));
  expect(html).toContain('class="pause"');
  expect(html).toContain('En pause depuis le jeudi 23 janvier 2025, sans date de fin');
  expect(html).toMatch(/<td>Pause<\/td>|>Pause</);
});
