using Demarche.Coding.Events;
using Demarche.Coding.Mentions;
using Demarche.Language;

namespace Demarche.Coding.Scoring;

/// <summary>
/// Judges the candidates of a sentence: sets their confidence, may change the class, drop some, or propose acts at triggers that the frames
/// lack. Safe for many threads at once.
/// </summary>
public interface IEventScorer
{
    /// <summary>Adds candidates at triggers that the frames lack; their parties and status are filled afterwards.</summary>
    void Propose(ParsedSentence sentence, List<EventCandidate> candidates, bool explain);

    /// <summary>Weighs the parties that the frames found; may change, fill or open them. By default they stay.</summary>
    void Assign(ParsedSentence sentence, EventCandidate candidate, MentionTable mentions)
    {
    }

    /// <param name="candidates">May be changed and added to; their parties are filled, their status is read.</param>
    void Score(ParsedSentence sentence, List<EventCandidate> candidates);

    /// <summary>The last word on what is about to be told: may leave a party open, put another in its place, or take the event out. By default all is told.</summary>
    void Judge(ParsedSentence sentence, List<EventCandidate> told)
    {
    }
}
