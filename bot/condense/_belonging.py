"""Which sentences belong together: what one points at, and what the accused say to it."""

from collections.abc import Sequence

from bot.condense._weighing import Weighed
from bot.text.facts import Fact
from bot.text.words import stems

_MOST = 3  # sentences that hang together: what needs more is not told
_NEAR = 4  # sentences between an accusation and the denial of it
_SHARED = 3  # words that an accusation and its denial have in common, if they stand far apart


class Ties:
    """What must be told beside each sentence of a story."""

    def __init__(self, fit: Sequence[Weighed]) -> None:
        self._at = {(one.candidate.article, one.candidate.place): one for one in fit}
        self._needs: dict[int, Weighed] = {}
        denials = [one for one in fit if Fact.DENIAL in one.facts.kinds]
        accusations = [one for one in fit if Fact.ACCUSATION in one.facts.kinds] if denials else []
        for accusation in accusations:
            answers = [
                one for one in denials if one is not accusation and _answers(one, accusation)
            ]
            if answers:
                denial = min(answers, key=lambda one: _distance(one, accusation))
                self._needs[id(accusation)] = denial
                self._needs.setdefault(id(denial), accusation)

    def unit(self, one: Weighed, *, told: Sequence[Weighed]) -> tuple[Weighed, ...]:
        """Return a sentence and those that must be told with it; none if that cannot be."""
        found = [one]
        for member in found:  # grows while it is read
            for needed in self._needed(member):
                if needed is None or len(found) > _MOST:
                    return ()
                if not any(needed is other for other in (*found, *told)):
                    found.append(needed)
        return tuple(found)

    def _needed(self, one: Weighed) -> list[Weighed | None]:
        """Return what one sentence needs; None for what cannot be told."""
        candidate, said = one.candidate, one.facts.said
        needed: list[Weighed | None] = []
        if candidate.leans or (said is not None and said.is_pronoun):
            needed.append(self._at.get((candidate.article, candidate.place - 1)))
        if id(one) in self._needs:
            needed.append(self._needs[id(one)])
        return needed


def _answers(denial: Weighed, accusation: Weighed) -> bool:
    """Tell whether `denial` is what the accused say to `accusation`.

    They are named in it; or they answer right after it, or to the same words.
    """
    said, accused = denial.facts.said, accusation.facts.said
    if said is None or accused is None:
        return False
    language = denial.candidate.language
    speaker = set(stems(said.speaker, language))
    accuser = set(stems(accused.speaker, accusation.candidate.language))
    if speaker and speaker <= accuser:
        return False
    if speaker & (accusation.candidate.stems.keys() - accuser):
        return True
    if 0 < _distance(denial, accusation) <= _NEAR:
        return True
    return len(denial.candidate.stems.keys() & accusation.candidate.stems.keys()) >= _SHARED


def _distance(denial: Weighed, accusation: Weighed) -> int:
    """Return how many sentences after an accusation a denial stands; far in another article."""
    one, other = denial.candidate, accusation.candidate
    if one.article != other.article:
        return 2 * _NEAR
    return one.place - other.place if one.place > other.place else _NEAR + 1
