/** One spoiled line per rule of .oxlintrc.json: what the rule is there to refuse. */
export const LIGNES_GATEES: Readonly<Record<string, string>> = {
  'eslint/for-direction': 'for (let i = 0; i < 3; i--) f(i);',
  'eslint/no-array-constructor': 'f(new Array(1, 2));',
  'eslint/no-async-promise-executor': 'f(new Promise(async (r) => { await p; r(1); }));',
  'eslint/no-case-declarations': 'switch (n) { case 1: const x = 2; f(x); }',
  'eslint/no-compare-neg-zero': 'f(n === -0);',
  'eslint/no-cond-assign': 'let x; if ((x = n, x = 2)) f(x); while (x = n) f(x);',
  'eslint/no-constant-binary-expression': 'f({} === n);',
  'eslint/no-constant-condition': 'if (1) f(n);',
  'eslint/no-control-regex': String.raw`f(/\x1f/);`,
  'eslint/no-debugger': 'debugger;',
  'eslint/no-delete-var': 'var x = n; delete x;',
  'eslint/no-dupe-else-if': 'if (n === 1) f(1); else if (n === 1) f(2);',
  'eslint/no-duplicate-case': 'switch (n) { case 1: f(1); break; case 1: f(2); }',
  'eslint/no-empty': 'if (n === 1) {}',
  'eslint/no-empty-character-class': 'f(/a[]/);',
  'eslint/no-empty-function': 'function rien() {} f(rien);',
  'eslint/no-empty-pattern': 'const {} = o;',
  'eslint/no-empty-static-block': 'export class C { static {} }',
  'eslint/no-ex-assign': 'try { f(1); } catch (e) { e = 1; f(e); }',
  'eslint/no-extra-boolean-cast': 'if (!!n) f(n);',
  'eslint/no-fallthrough': 'switch (n) { case 1: f(1); case 2: f(2); }',
  'eslint/no-global-assign': 'Array = n;',
  'eslint/no-invalid-regexp': "f(new RegExp('['));",
  'eslint/no-irregular-whitespace': 'f(\u00a0n);',
  'eslint/no-loss-of-precision': 'f(9007199254740993);',
  'eslint/no-misleading-character-class': 'f(/[👍]/);',
  'eslint/no-nonoctal-decimal-escape': String.raw`f('\8');`,
  'eslint/no-prototype-builtins': "f(o.hasOwnProperty('a'));",
  'eslint/no-regex-spaces': 'f(/a  b/);',
  'eslint/no-self-assign': 'let x = n; x = x; f(x);',
  'eslint/no-shadow-restricted-names': 'function g(undefined: number) { f(undefined); } g(1);',
  'eslint/no-sparse-arrays': 'f([1, , 2]);',
  'eslint/no-unassigned-vars': 'let x: number | undefined; f(x);',
  'eslint/no-unexpected-multiline': 'const x = f\n(n); f(x);',
  'eslint/no-unsafe-finally': 'function g() { try { f(1); } finally { return 1; } } g();',
  'eslint/no-unsafe-optional-chaining': 'f((o?.g)());',
  'eslint/no-unused-expressions': 'n === 1;',
  'eslint/no-unused-labels': 'boucle: for (const x of liste) f(x);',
  'eslint/no-unused-private-class-members': 'export class C { #x = 1; y = 2; }',
  'eslint/no-unused-vars': 'const inutile = 1;',
  'eslint/no-useless-assignment': 'function g() { let x = 1; f(x); x = 2; } g();',
  'eslint/no-useless-backreference': String.raw`f(/(?:\1)(a)/, /\1(a)/);`,
  'eslint/no-useless-catch': 'try { f(1); } catch (e) { throw e; }',
  'eslint/no-useless-constructor': 'export class C { constructor() {} }',
  'eslint/no-useless-escape': String.raw`f('\d');`,
  'eslint/no-var': 'var x = 1; f(x);',
  'eslint/prefer-const': 'let x = 1; f(x);',
  'eslint/prefer-rest-params': 'function g() { f(arguments); } g();',
  'eslint/prefer-spread': 'f.apply(undefined, liste);',
  'eslint/preserve-caught-error': "try { f(1); } catch (e) { throw new Error('x'); }",
  'eslint/require-yield': 'function* g() { f(1); } g();',
  'eslint/use-isnan': 'f(n === NaN);',
  'eslint/valid-typeof': "f(typeof n === 'nombre');",
  'typescript/adjacent-overload-signatures': 'export type T = { a(x: 1): void; b(): void; a(x: 2): void };',
  'typescript/array-type': 'export type T = Array<number>;',
  'typescript/await-thenable': 'await n;',
  'typescript/ban-ts-comment': '// @ts-ignore\nf(1);',
  'typescript/ban-tslint-comment': '/* tslint:disable */',
  'typescript/class-literal-property-style': "export class C { get x() { return 'x'; } }",
  'typescript/consistent-generic-constructors': 'const x: Set<number> = new Set(); f(x);',
  'typescript/consistent-indexed-object-style': 'export type T = { [cle: string]: number };',
  'typescript/consistent-type-assertions': 'f(<number>u);',
  'typescript/consistent-type-imports': "import { Forme } from './monde'; export type T = Forme;",
  'typescript/dot-notation': "f(o['g']);",
  'typescript/no-array-delete': 'delete liste[0];',
  'typescript/no-base-to-string': 'f(String({}));',
  'typescript/no-confusing-non-null-assertion': 'f(n! == 1);',
  'typescript/no-confusing-void-expression': 'const x = f(1); f(x); f(f(1));',
  'typescript/no-deprecated': 'perime();',
  'typescript/no-duplicate-enum-values': 'export enum E { A = 1, B = 1 }',
  'typescript/no-duplicate-type-constituents': 'export type T = string | string;',
  'typescript/no-dynamic-delete': 'delete table[cle];',
  'typescript/no-empty-object-type': 'export type T = {};',
  'typescript/no-explicit-any': 'export type T = any;',
  'typescript/no-extra-non-null-assertion': 'f(o!!.g);',
  'typescript/no-extraneous-class': 'export class C { static x = 1; }',
  'typescript/no-floating-promises': 'p;\nplusTard();',
  'typescript/no-for-in-array': 'for (const i in liste) f(i);',
  'typescript/no-generated-empty-object-type': 'export type T = Omit<{ a: 1 }, "a">;',
  'typescript/no-implied-eval': "setTimeout('f(1)', 1);",
  'typescript/no-inferrable-types': 'const x: number = 1; f(x);',
  'typescript/no-invalid-void-type': 'export type T = { x: void };',
  'typescript/no-meaningless-void-operator': 'void f(1);',
  'typescript/no-misused-new': 'export interface I { constructor(): void; new (): I }',
  'typescript/no-misused-promises': 'if (p) f(1);',
  'typescript/no-misused-spread': 'f({ ...liste }, { ...p });',
  'typescript/no-mixed-enums': "export enum E { A = 1, B = 'b' }",
  'typescript/no-namespace': 'export namespace N { export const x = 1; }',
  'typescript/no-non-null-asserted-nullish-coalescing': 'f(peut! ?? 1);',
  'typescript/no-non-null-asserted-optional-chain': 'f(forme?.nom!);',
  'typescript/no-non-null-assertion': 'f(peut!);',
  'typescript/no-redundant-type-constituents': 'export type T = unknown | string;',
  'typescript/no-require-imports': "f(require('node:fs'));",
  'typescript/no-this-alias': 'export function g(this: object) { const moi = this; f(moi); }',
  'typescript/no-unnecessary-boolean-literal-compare': 'f(vrai === true);',
  'typescript/no-unnecessary-condition': 'if (o) f(1);',
  'typescript/no-unnecessary-template-expression': "f(`${'a'}b`);",
  'typescript/no-unnecessary-type-arguments': "import { Boite } from './monde'; f(new Boite<string>());",
  'typescript/no-unnecessary-type-assertion': 'f(n as number);',
  'typescript/no-unnecessary-type-constraint': 'export type T<X extends unknown> = X[];',
  'typescript/no-unnecessary-type-conversion': "f(String('a'), Number(n));",
  'typescript/no-unnecessary-type-parameters': 'export function g<T>(x: T): void { f(x); }',
  'typescript/no-unsafe-argument': 'nombre(nimporte);',
  'typescript/no-unsafe-assignment': 'const x = nimporte; f(x);',
  'typescript/no-unsafe-call': 'nimporte();',
  'typescript/no-unsafe-declaration-merging': 'export interface C { a: 1 } export class C { b = 2; }',
  'typescript/no-unsafe-enum-assignment':
    "import type { Couleur } from './monde'; const x: Couleur = n; f(x);",
  'typescript/no-unsafe-enum-comparison': "import { couleur } from './monde'; f(couleur === 0);",
  'typescript/no-unsafe-function-type': 'export type T = Function;',
  'typescript/no-unsafe-member-access': 'f(nimporte.x);',
  'typescript/no-unsafe-return': 'export function g() { return nimporte; }',
  'typescript/no-unsafe-unary-minus': "f(-'a');",
  'typescript/no-useless-default-assignment': 'export const g = ({ nom = "x" }: { nom: string }) => nom;',
  'typescript/no-wrapper-object-types': 'export type T = Number;',
  'typescript/non-nullable-type-assertion-style': 'f(peut as number);',
  'typescript/only-throw-error': "throw 'x';",
  'typescript/prefer-as-const': "const x = 'a' as 'a'; f(x);",
  'typescript/prefer-find': 'f(liste.filter((x) => x > 1)[0]);',
  'typescript/prefer-for-of': 'for (let i = 0; i < liste.length; i++) f(liste[i]);',
  'typescript/prefer-function-type': 'export interface I { (): void }',
  'typescript/prefer-includes': 'f(liste.indexOf(1) !== -1);',
  'typescript/prefer-literal-enum-member': 'export enum E { A = n }',
  'typescript/prefer-namespace-keyword': 'declare module M { const x: number; }',
  'typescript/prefer-nullish-coalescing': 'f(peut || 1);',
  'typescript/prefer-optional-chain': 'f(forme && forme.nom);',
  'typescript/prefer-promise-reject-errors': 'f(Promise.reject(1));',
  'typescript/prefer-reduce-type-parameter': 'f(liste.reduce((a, x) => a.concat(x), [] as number[]));',
  'typescript/prefer-regexp-exec': "f('a'.match(/a/));",
  'typescript/prefer-return-this-type': 'export class C { x = 1; g(): C { f(this.x); return this; } }',
  'typescript/prefer-string-starts-ends-with': "f(cle[0] === 'a', cle.indexOf('a') === 0);",
  'typescript/related-getter-setter-pairs':
    'export class C { #x = 1; get x(): number { return this.#x; } set x(v: string) { this.#x = v.length; } }',
  'typescript/require-await': 'export async function g() { f(1); }',
  'typescript/restrict-plus-operands': "f(n + 'a');",
  'typescript/restrict-template-expressions': 'f(`${o}`);',
  'typescript/return-await': 'export async function g() { try { return p; } catch { await p; return 1; } }',
  'typescript/triple-slash-reference': '/// <reference path="./monde" />',
  'typescript/unbound-method': "import { Boite } from './monde'; f(new Boite().ouvre);",
  'typescript/unified-signatures':
    'export function g(x: number): void; export function g(x: string): void; export function g(x: unknown) { f(x); }',
  'typescript/use-unknown-in-catch-callback-variable': 'p.catch((e) => f(e));',
  'maison/environnement': 'f(process.env);',
  'maison/classe-nominale': 'export class C extends Error {}',
  'domain/date-du-domaine': 'f(new Date());',
  'domain/hasard-du-domaine': 'f(Math.random());',
  'domain/domaine-sans-exception': "throw new Error('x');",
  'domain/domaine-synchrone': 'export const g = async () => p;',
};

/** What the spoiled lines speak of. */
export const MONDE = `
export type Forme = { readonly nom: string };
export class Boite<T = string> { #x: T | undefined; ouvre() { return this.#x; } }
export enum Couleur { Rouge, Vert }
export declare const couleur: Couleur;
declare global {
  const n: number, u: unknown, peut: number | undefined, vrai: boolean, cle: string, nimporte: any;
  const liste: number[], table: Record<string, number>, p: Promise<number>, forme: Forme | undefined;
  const o: { g(): void };
  function f(...x: unknown[]): void;
  function nombre(x: number): void;
  function plusTard(): Promise<void>;
  /** @deprecated */
  function perime(): void;
}
`;

/** What the compiler refuses, said by the same program. */
export const TYPES_FAUX = `
import { rien } from './nulle-part';
import { Boite } from './monde';
export const texte: number = 'x';
// @ts-expect-error -- nothing is wrong below
export const juste: string = 'x';
export const boite: Boite = { ouvre: () => rien };
export function g(x: number): number { if (x > 1) return 1; }
export const o: { p?: string } = { p: undefined };
`;
