import { resume } from '../../domain/parcours/resume';
import { jourAt } from '../../domain/temps/heure-locale';
import { renderCsv } from '../../imports/tableau';
import { listBeneficiaires } from '../../registre/annuaire/beneficiaires.prisma';
import { listReferents } from '../../registre/annuaire/referents.prisma';
import type { Base } from '../../registre/base';
import { listTousLesCourriels } from '../../registre/listes/courriels.prisma';
import { listDossiers, type Dossier } from '../../registre/listes/dossiers.prisma';
import type { listes } from '../contrat/exports';

const PAR_PAGE = 500;

type Filtre = { readonly structureId: string | null };
type Page = { readonly apres: string | null; readonly limite: number };
type Cellule = string | number | boolean | null;
type Ligne = Readonly<Record<string, Cellule>>;
/** A table: a page of rows, and the id of its last one. */
type Tableau = {
  readonly colonnes: readonly string[];
  readonly read: (base: Base, page: Page, filtre: Filtre) => Promise<readonly (readonly [string, Ligne])[]>;
};

const nomDe = (x: { readonly prenom: string; readonly nom: string } | null) =>
  x === null ? null : `${x.prenom} ${x.nom}`;
const ouiNon = (x: boolean) => (x ? 'oui' : 'non');

/** The lists that leave as a table. */
const tableaux: Readonly<Record<(typeof listes)[number], Tableau>> = {
  beneficiaires: {
    colonnes: ['identifiant', 'prenom', 'nom', 'courriel', 'telephone', 'adresse', 'id'],
    async read(base, page) {
      const lus = await listBeneficiaires(base, { idExterne: null, suivi: null, ...page });
      return lus.map((p) => [p.id, { ...p, identifiant: p.idExterne }]);
    },
  },
  parcours: {
    colonnes: [
      ...['identifiant', 'prenom', 'nom', 'structure', 'referent', 'dispositif', 'edition', 'etape'],
      ...['ouvert_le', 'contrat_signe_le', 'dernier_jour', 'prochaine_echeance', 'prochaine_le'],
      ...['taches', 'en_retard', 'clos', 'id'],
    ],
    async read(base, page, { structureId }) {
      return (await listDossiers(base, { structureId, ...page })).map((d) => [d.parcours.id, ligneOf(d)]);
    },
  },
  referents: {
    colonnes: ['prenom', 'nom', 'courriel', 'telephone', 'maximum_par_jour', 'permanences', 'id'],
    async read(base, page, { structureId }) {
      const lus = await listReferents(base, { structureId, ...page });
      return lus.map((r) => [
        r.id,
        {
          ...{ id: r.id, prenom: r.prenom, nom: r.nom, courriel: r.courriel, telephone: r.telephone },
          ...{ maximum_par_jour: r.maximumParJour, permanences: r.permanences.length },
        },
      ]);
    },
  },
  courriels: {
    colonnes: [
      ...['modele', 'destinataire', 'etat', 'essais', 'ecrit', 'envoye', 'derniere_reponse'],
      ...['parcours', 'structure', 'id'],
    ],
    async read(base, page, { structureId }) {
      const lus = await listTousLesCourriels(base, { structureId, ...page });
      return lus.map((c) => [
        c.id,
        {
          ...{ modele: c.modele, destinataire: c.destinataire, etat: c.etat, essais: c.essais, id: c.id },
          ...{ ecrit: c.creeA, envoye: c.envoyeA, derniere_reponse: c.derniereReponse },
          ...{ parcours: c.parcoursId, structure: c.structureId },
        },
      ]);
    },
  },
};

function ligneOf({ parcours: p, regles, maintenant, personne, structure, referent }: Dossier): Ligne {
  const r = resume(p, regles, maintenant);
  return {
    ...{ identifiant: personne.idExterne, prenom: personne.prenom, nom: personne.nom, id: p.id },
    ...{ structure: structure.nom, referent: nomDe(referent), etape: r.libelleEtape },
    ...{ dispositif: regles.dispositif.libelle, edition: p.dispositif.edition },
    ...{
      ouvert_le: jourAt(p.ouvertA, regles.zone),
      contrat_signe_le: p.contrat?.signeLe ?? null,
      dernier_jour: r.plafondLe,
    },
    ...{ prochaine_echeance: r.prochaine?.libelle ?? null, prochaine_le: r.prochaine?.le ?? null },
    ...{ taches: r.taches.length, en_retard: ouiNon(r.enRetard), clos: ouiNon(p.sortie !== null) },
  };
}

/** A table of any length, a page at a time; the first page is read before anything leaves. */
export async function readTableau(base: Base, nom: keyof typeof tableaux, filtre: Filtre) {
  const { colonnes, read } = tableaux[nom];
  const readAfter = (apres: string | null) => read(base, { apres, limite: PAR_PAGE }, filtre);
  const premiere = await readAfter(null);
  async function* renderPages(): AsyncGenerator<Buffer> {
    let page = premiere;
    yield renderCsv(lignesOf(page), colonnes, true);
    while (page.length === PAR_PAGE) {
      page = await readAfter(page.at(-1)?.[0] ?? null);
      yield renderCsv(lignesOf(page), colonnes, false);
    }
  }
  return renderPages();
}

const lignesOf = (page: readonly (readonly [string, Ligne])[]) => page.map(([, ligne]) => ligne);
