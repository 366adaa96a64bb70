import type { JSX } from 'preact';
import { ditHeure, ditJour, majuscule } from '../../domain/parcours/dire';
import type { Frise } from '../../domain/parcours/frise';
import { causes } from '../../domain/parcours/journal-dit';
import type { CivilDate } from '../../domain/temps/jour';
import { echelons, etatsBilan, etatsMois, etatsRendezVous } from './libelles';

type Rang = { readonly le: CivilDate; readonly quoi: string; readonly etat: string };

/** Everything that the drawing shows, in words and in order. */
function rangsOf(f: Frise): readonly Rang[] {
  const rangs: Rang[] = [
    ...(f.signeLe === null ? [] : [{ le: f.signeLe, quoi: 'Contrat d’engagement', etat: 'signé' }]),
    ...f.mois.map((m) => ({
      le: m.au,
      quoi: `Mois ${m.rang}, du ${ditJour(m.du)} au ${ditJour(m.au)}`,
      etat: m.cause === null ? etatsMois[m.etat] : `${etatsMois[m.etat]}, ${causes[m.cause]}`,
    })),
    ...f.rendezVous.map((r) => ({
      le: r.le,
      quoi: `Rendez-vous n° ${r.id}, de ${ditHeure(r.de)} à ${ditHeure(r.a)}`,
      etat: etatsRendezVous[r.etat],
    })),
    ...f.contacts.map((c) => ({ le: c.le, quoi: 'Nouvelles de la personne', etat: c.libelle })),
    ...f.emplois.map((x) => ({
      le: x.du,
      quoi: `Emploi : ${x.libelle}`,
      etat: x.tient ? 'il dure' : `jusqu’au ${ditJour(x.au)}`,
    })),
    ...f.bilans.map((b) => ({
      le: b.tenuLe ?? b.aTenirLe,
      quoi: `Bilan n° ${b.rang}`,
      etat: etatsBilan[b.etat],
    })),
    ...f.echelons.map((x) => ({
      le: x.le,
      quoi: `Obligations, manquement n° ${x.manquement}`,
      etat: echelons[x.code],
    })),
    ...f.pauses.map((x) => ({
      le: x.du,
      quoi: 'Pause',
      etat: x.ouverte ? 'sans date de fin' : `jusqu’au ${ditJour(x.au)}`,
    })),
    ...f.prolongations.map((x) => ({ le: x.du, quoi: 'Prolongation', etat: `jusqu’au ${ditJour(x.au)}` })),
    ...(f.plafond === null ? [] : [{ le: f.plafond, quoi: 'Durée maximale', etat: 'dernier jour' }]),
    ...(f.sortieLe === null ? [] : [{ le: f.sortieLe, quoi: 'Parcours', etat: 'clos' }]),
  ];
  return rangs.sort((x, y) => x.le.localeCompare(y.le));
}

export function TableauFrise({ frise }: { readonly frise: Frise }): JSX.Element {
  return (
    <details class="frise-tableau">
      <summary>La frise en tableau</summary>
      <table class="pile">
        <caption>Ce que montre la frise, dans l’ordre des jours</caption>
        <thead>
          <tr>
            <th scope="col">Jour</th>
            <th scope="col">Quoi</th>
            <th scope="col">État</th>
          </tr>
        </thead>
        <tbody>
          {rangsOf(frise).map(({ le, quoi, etat }, i) => (
            <tr key={i}>
              <th scope="row">
                <time dateTime={le}>{ditJour(le)}</time>
              </th>
              <td>{quoi}</td>
              <td>{majuscule(etat)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
