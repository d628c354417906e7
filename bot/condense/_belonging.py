"""Which sentences belong together: what one points at, and what the accused say to it."""

from collections.abc import Sequence

from bot.compose.speaking import points_back
from bot.condense._weighing import Weighed
from bot.text.facts import Fact
from bot.text.words import stems

_MOST = 3  # sentences that hang together: what needs more is not told
_NEAR = 4  # sentences between an accusation and the denial of it
_SHARED = 3  # words that an accusation and its denial have in common, if they stand far apart


class Ties:
    """What must be told beside each sentence of a story.

    `with_answers` also ties a claim to what denies it in few words, where there is room for both.
    """

    def __init__(self, fit: Sequence[Weighed], *, with_answers: bool = False) -> None:
        self._at = {(one.candidate.article, one.candidate.place): one for one in fit}
        self._needs: dict[int, Weighed] = {}
        denials = [one for one in fit if Fact.DENIAL in one.kinds]
        accusations = [one for one in fit if Fact.ACCUSATION in one.kinds] if denials else []
        for accusation in accusations:
            answers = [
                one for one in denials if one is not accusation and _answers(one, accusation)
            ]
            if answers:
                denial = min(answers, key=lambda one: _distance(one, accusation))
                self._needs[id(accusation)] = denial
                self._needs.setdefault(id(denial), accusation)
        for claim in (one for one in fit if with_answers and Fact.CLAIM in one.kinds):
            answer = self._answer(claim)
            if answer is not None:
                self._needs.setdefault(id(claim), answer)
                self._needs.setdefault(id(answer), claim)

    @property
    def are_any(self) -> bool:
        """Whether a denial answers an accusation."""
        return bool(self._needs)

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

    def _answer(self, claim: Weighed) -> Weighed | None:
        """Return the sentence soon after a claim that denies it without saying what it was."""
        one = claim.candidate
        after = (self._at.get((one.article, one.place + n)) for n in range(1, _NEAR))
        found = (other for other in after if other is not None)
        return next((o for o in found if points_back(o.candidate.text, o.candidate.language)), None)

    def _needed(self, one: Weighed) -> list[Weighed | None]:
        """Return what one sentence needs; None for what cannot be told."""
        candidate = one.candidate
        needed: list[Weighed | None] = []
        if one.leans:
            needed.append(self._at.get((candidate.article, candidate.place - 1)))
        if id(one) in self._needs:
            needed.append(self._needs[id(one)])
        return needed


def _answers(denial: Weighed, accusation: Weighed) -> bool:
    """Tell whether `denial` is what the accused say to `accusation`.

    They are named in it; or they answer right after it, or to the same words.
    """
    speaker, accuser = _speaker(denial), _speaker(accusation)
    if speaker and speaker <= accuser:
        return False
    if speaker & (accusation.candidate.stems.keys() - accuser):
        return True
    if 0 < _distance(denial, accusation) <= _NEAR:
        return True
    return len(denial.candidate.stems.keys() & accusation.candidate.stems.keys()) >= _SHARED


def _speaker(one: Weighed) -> set[str]:
    """Return the stems of who is named for what a sentence tells."""
    said = one.facts.said
    return set(stems(said.speaker if said else "", one.candidate.language))


def _distance(denial: Weighed, accusation: Weighed) -> int:
    """Return how many sentences after an accusation a denial stands; far in another article."""
    one, other = denial.candidate, accusation.candidate
    if one.article != other.article:
        return 2 * _NEAR
    return one.place - other.place if one.place > other.place else _NEAR + 1
