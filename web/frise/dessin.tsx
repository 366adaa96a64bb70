import type { JSX } from 'preact';
import { ditJour } from '../../domain/parcours/dire';
import type { Frise } from '../../domain/parcours/frise';
import { addJours, type CivilDate } from '../../domain/temps/jour';
import { echelleOf, LARGEUR, LIGNES, MARCHE } from './echelle';
import { Escalier } from './escalier';
import { Fond, Titres, type Partie } from './fond';
import { etatsBilan, etatsMois, etatsRendezVous } from './libelles';
import { MarqueBilan, MarqueContact, MarqueEmploi, MarqueMois, MarqueRendezVous } from './marques';

/** The timeline, drawn on the server; its table says the same in words. */
export function Dessin({ frise }: { readonly frise: Frise }): JSX.Element {
  const e = echelleOf(frise.du, addJours(frise.au, 1));
  const echelonne = frise.echelons.length > 0;
  const bas = echelonne ? LIGNES.obligations + 6 * MARCHE + 16 : LIGNES.bilans + 26;
  return (
    <svg
      class="frise"
      viewBox={`0 0 ${LARGEUR} ${bas}`}
      role="img"
      aria-labelledby="frise-titre frise-description"
      preserveAspectRatio="xMinYMin meet"
    >
      <title id="frise-titre">Frise du parcours</title>
      <desc id="frise-description">
        Mois, rendez-vous, bilans et durée maximale sur une ligne de temps. Le tableau qui suit dit la même
        chose.
      </desc>
      <Fond frise={frise} e={e} bas={bas} />
      <Titres frise={frise} />
      <Mois frise={frise} e={e} />
      {frise.emplois.map((x) => (
        <g key={x.du}>
          <title>{`Emploi (${x.libelle}) depuis le ${ditJour(x.du)}`}</title>
          <MarqueEmploi x={e.x(x.du)} y={LIGNES.mois} largeur={e.x(x.au) - e.x(x.du)} tient={x.tient} />
        </g>
      ))}
      {frise.contacts.map((c, i) => (
        <g key={i}>
          <title>{`Nouvelles de la personne, ${ditJour(c.le)} : ${c.libelle}`}</title>
          <MarqueContact x={e.x(c.le)} y={LIGNES.rendezVous} />
        </g>
      ))}
      {frise.rendezVous.map((r) => (
        <g key={r.id}>
          <title>{`Rendez-vous n° ${r.id}, ${ditJour(r.le)} : ${etatsRendezVous[r.etat]}`}</title>
          <MarqueRendezVous x={e.x(r.le)} y={LIGNES.rendezVous} etat={r.etat} />
        </g>
      ))}
      {frise.bilans.map((b) => (
        <g key={b.rang}>
          <title>{`Bilan n° ${b.rang}, ${ditJour(b.tenuLe ?? b.aTenirLe)} : ${etatsBilan[b.etat]}`}</title>
          <MarqueBilan x={e.x(b.tenuLe ?? b.aTenirLe)} y={LIGNES.bilans} etat={b.etat} />
        </g>
      ))}
      {echelonne && <Escalier echelons={frise.echelons} e={e} fin={frise.sortieLe ?? frise.aujourdhui} />}
      <Reperes frise={frise} e={e} bas={bas} />
    </svg>
  );
}

function Mois({ frise, e }: Partie): JSX.Element {
  return (
    <g>
      {frise.mois.map((m) => (
        <g key={m.rang}>
          <title>{`Mois ${m.rang}, du ${ditJour(m.du)} au ${ditJour(m.au)} : ${etatsMois[m.etat]}`}</title>
          <MarqueMois
            x={e.x(m.du)}
            y={LIGNES.mois}
            largeur={e.x(addJours(m.au, 1)) - e.x(m.du)}
            rang={m.rang}
            etat={m.etat}
          />
        </g>
      ))}
    </g>
  );
}

function Reperes({ frise, e, bas }: Partie & { readonly bas: number }): JSX.Element {
  const aujourdhui = e.x(frise.aujourdhui);
  const fin = frise.plafond === null ? null : e.x(addJours(frise.plafond, 1));
  return (
    <g class="reperes">
      {frise.signeLe !== null && (
        <g>
          <title>{`Contrat signé le ${ditJour(frise.signeLe)}`}</title>
          <path
            class="signature"
            d={`M${e.x(frise.signeLe)} ${LIGNES.calendrier + 6}V${LIGNES.bilans + 18}`}
          />
          <path
            class="signature-fanion"
            d={`M${e.x(frise.signeLe)} ${LIGNES.calendrier + 6}h11l-3 4.5l3 4.5h-11z`}
          />
        </g>
      )}
      {fin !== null && frise.plafond !== null && (
        <g>
          <title>{`Durée maximale, dernier jour le ${ditJour(frise.plafond)}`}</title>
          <path class="plafond" d={`M${fin} 20V${bas}`} />
          <text class="plafond-titre" x={Math.min(fin + 40, LARGEUR)} y={12} text-anchor="end">
            {`Durée maximale : ${ditJour(frise.plafond)}`}
          </text>
        </g>
      )}
      <Aujourdhui le={frise.aujourdhui} x={aujourdhui} bas={bas} />
    </g>
  );
}

function Aujourdhui({
  le,
  x,
  bas,
}: {
  readonly le: CivilDate;
  readonly x: number;
  readonly bas: number;
}): JSX.Element {
  const bord = x < 160 ? 'start' : x > LARGEUR - 160 ? 'end' : 'middle';
  return (
    <g class="aujourdhui">
      <path class="aiguille" d={`M${x} 40V${bas}`} />
      <path class="pointe" d={`M${x - 5} 34h10l-5 8z`} />
      <text x={x} y={29} text-anchor={bord}>{`Aujourd’hui, ${ditJour(le)}`}</text>
    </g>
  );
}
