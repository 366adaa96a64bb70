import type { RequestHandler } from 'express';
import { lecteurOf } from '../../../domain/parcours/lecteur';
import { jourAt } from '../../../domain/temps/heure-locale';
import { resume } from '../../../domain/parcours/resume';
import { listReferents } from '../../../registre/annuaire/referents.prisma';
import { listStructures } from '../../../registre/annuaire/structures.prisma';
import { listDossiers } from '../../../registre/listes/dossiers.prisma';
import { countTaches, renderListe, type OngletReferent } from '../../../web/liste';
import type { LigneListe } from '../../../web/liste-tableau';
import type { Dependances } from '../../dependances';
import { prochaineOf, readAutour } from './cadre';

/** The list of one référent, or of everybody: drawn whole, because sixty parcours hold in a page. */
export function createPageListe(d: Dependances): RequestHandler {
  return async (req, res) => {
    const [autour, dossiers, referents, structures] = await Promise.all([
      readAutour(req, d),
      listDossiers(d.base, {}),
      listReferents(d.base, { structureId: null, apres: null, limite: 200 }),
      listStructures(d.base, { apres: null, limite: 100 }),
    ]);
    const lignes = dossiers.map(({ parcours, regles, maintenant, personne, referent }) => ({
      referentId: referent?.id ?? null,
      lecteurId: lecteurOf(parcours, jourAt(maintenant, regles.zone)),
      resume: resume(parcours, regles, maintenant),
      personne: nomDe(personne),
      referent: referent === null ? null : nomDe(referent),
    }));
    const onglets = [...referents]
      .sort((x, y) => x.nom.localeCompare(y.nom, 'fr'))
      .map((r): OngletReferent => {
        const siennes = lignes.filter((l) => estDe(l, r.id));
        return {
          id: r.id,
          nom: nomDe(r),
          structure: structures.find((s) => s.id === r.structureId)?.nom ?? '',
          aTraiter: countTaches(siennes, 'en_retard', 'a_traiter'),
        };
      });
    const choisi = choisiOf(req.query['referent'], onglets);
    const visibles: readonly LigneListe[] = choisi === null ? lignes : lignes.filter((l) => estDe(l, choisi));
    const prochaine = prochaineOf(
      autour.prochainA,
      lignes.map((l) => l.resume.prochaine),
    );
    res.type('html').send(
      renderListe({
        cadre: autour.cadre,
        horloge: { ...autour.horloge, prochaine, propre: null },
        referents: onglets,
        choisi,
        lignes: visibles,
      }),
    );
  };
}

/** R24 — lent to him for some days, or his own. */
function estDe(
  l: { readonly referentId: string | null; readonly lecteurId: string | null },
  referentId: string,
): boolean {
  return l.referentId === referentId || l.lecteurId === referentId;
}

export function nomDe({ prenom, nom }: { readonly prenom: string; readonly nom: string }): string {
  return `${prenom} ${nom}`;
}

/** Without a choice, the first référent: a list is somebody's Monday morning. */
function choisiOf(demande: unknown, onglets: readonly OngletReferent[]): string | null {
  if (demande === 'tous') return null;
  return (onglets.find((o) => o.id === demande) ?? onglets[0])?.id ?? null;
}
