"""Most generated requests name something that exists: the document knows the form of an id, not which ones there are.

What is not an id (a negative case) is left as it was generated.
"""

import itertools
import json
import os
import re
import zlib

import schemathesis

CONNUS = json.loads(os.environ["JALONS_FUZZ_CONNUS"])
UUID = re.compile(r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", re.IGNORECASE)
CHAMPS = {
    "structureId": "structures",
    "referentId": "referents",
    "deId": "referents",
    "versId": "referents",
    "beneficiaireId": "beneficiaires",
    "parcoursIds": "parcours",
}
NUMEROS = itertools.count(1)


def draw(lu):
    """The same generated value is always drawn in the same way."""
    return zlib.crc32(str(lu).encode("utf-8", "replace"))


def known(liste, lu):
    return liste[draw(lu) // 8 % len(liste)]


def is_id(lu):
    return isinstance(lu, str) and UUID.match(lu) is not None


def fill(lu, liste=None):
    if isinstance(lu, dict):
        return {nom: fill(valeur, CHAMPS.get(nom)) for nom, valeur in lu.items()}
    if isinstance(lu, list):
        return [fill(valeur, liste) for valeur in lu]
    return known(CONNUS[liste], lu) if liste and is_id(lu) else lu


def lacks_a_header(case):
    """One was left out on purpose: touching the others would put it back."""
    vise = getattr(getattr(case.meta, "phase", None), "data", None)
    return getattr(getattr(vise, "scenario", None), "name", "") == "MISSING_PARAMETER"


@schemathesis.hook
def before_call(context, case, kwargs):
    ressource = re.match(r"/api/v1/(\w+)/\{id\}", case.operation.path)
    for nom, lu in (case.path_parameters or {}).items():
        # In an address, one in eight stays unknown.
        if nom == "id" and ressource and ressource[1] in CONNUS and is_id(lu) and draw(lu) % 8:
            case.path_parameters[nom] = known(CONNUS[ressource[1]], lu)
        if nom == "numero" and isinstance(lu, int) and lu > 4:
            case.path_parameters[nom] = lu % 4 + 1
    if isinstance(case.body, (dict, list)):
        case.body = fill(case.body)
    if isinstance(case.query, dict):
        case.query = fill(case.query)
    if lacks_a_header(case):
        return
    entetes = case.headers or {}
    # The same key everywhere would meet one effect only; one in eight is left to serve twice.
    if "Idempotency-Key" in entetes and draw(entetes["Idempotency-Key"] + str(case.body)) % 8:
        entetes["Idempotency-Key"] = f"fuzz-{next(NUMEROS)}"
    # Whatever the version, unless one was written as the document says.
    if "If-Match" in entetes and not entetes["If-Match"].endswith('"'):
        entetes["If-Match"] = "*"
