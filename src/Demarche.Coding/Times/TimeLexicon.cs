using System.Collections.Frozen;
using System.Globalization;

namespace Demarche.Coding;

/// <summary>The words of English time expressions. One line a class; <c>word=value</c>, and <c>_</c> stands for nothing.</summary>
internal static class TimeLexicon
{
    private const string Table = """
        Month january=1 february=2 march=3 april=4 may=5 june=6 july=7 august=8 september=9 october=10 november=11 december=12
        MonthShort jan=1 feb=2 mar=3 apr=4 jun=6 jul=7 aug=8 sep=9 sept=9 oct=10 nov=11 dec=12
        Weekday monday=1 tuesday=2 wednesday=3 thursday=4 friday=5 saturday=6 sunday=7
        Weekdays mondays=1 tuesdays=2 wednesdays=3 thursdays=4 fridays=5 saturdays=6 sundays=7
        WeekdayShort mon=1 tue=2 tues=2 wed=3 thu=4 thur=4 thurs=4 fri=5 sat=6
        Unit second=0 minute=1 min=1 hour=2 day=3 week=4 month=5 quarter=6 year=7 decade=8 century=9 weekend=10 fortnight=11 night=13 period=14 millennium=15
        Units seconds=0 minutes=1 mins=1 hours=2 hrs=2 days=3 weeks=4 months=5 quarters=6 years=7 yrs=7 decades=8 centuries=9 weekends=10 fortnights=11 nights=13 millennia=15
        Season spring=1 springtime=1 summer=2 summertime=2 fall=3 autumn=3 winter=4 wintertime=4
        DayPart morning=1 afternoon=3 evening=4 dawn=1 dusk=4 lunchtime=2
        Noon noon=12 midday=12 midnight=24
        RelativeDay yesterday=-1 today=0 tomorrow=1
        Tonight tonight=5 overnight=6
        Number zero=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90
        Scale hundred=100 thousand=1000
        Vague few=-1 several=-1 many=-1 couple=2 dozen=12 dozens=-1 hundreds=-1 thousands=-1 some=-1 multiple=-1 numerous=-1
        Ordinal first=1 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10 eleventh=11 twelfth=12 thirteenth=13 fourteenth=14 fifteenth=15 sixteenth=16 seventeenth=17 eighteenth=18 nineteenth=19 twentieth=20 thirtieth=30
        Meridiem am=0 pm=12 a.m=0 p.m=12 a.m.=0 p.m.=12
        DecadeWord twenties=20 thirties=30 forties=40 fifties=50 sixties=60 seventies=70 eighties=80 nineties=90
        Deictic last=1 past=2 previous=3 next=4 coming=5 upcoming=5 following=6 ensuing=6 this=7 current=8 that=9 same=10 recent=11 latest=12 full=13 preceding=3 subsequent=6
        The the
        A a an
        Phase early=1 mid=2 late=3 earlier=1 later=3 sometime=4
        Edge end=3 beginning=1 start=1 middle=2 close=3 outset=1
        Of of
        And and or=1 to=2 through=2 until=2 till=2 thru=2
        Approximate about around nearly almost over roughly approximately just=1 only=1 under some=1 exactly=1 another=1 additional=1 extra=1
        Ago ago=-1
        Later hence=1
        Each every each
        Frequency daily=3 weekly=4 fortnightly=11 biweekly=11 monthly=5 yearly=7 annually=7 hourly=2 nightly=3
        Reference now=0 currently=0 nowadays=0 these=0 recently=-1 lately=-1 soon=1 shortly=1 future=1
        Fiscal fiscal financial=1
        Half half
        Century century
        Holiday christmas=1 thanksgiving=2 easter=3 halloween=4 hanukkah=0 boxing=5 new=6
        QuarterShort q1=1 q2=2 q3=3 q4=4
        Future will 'll shall would may=1 might should can could must scheduled expected expects expect plans plan planning intends pledges vows likely forecast
        Past was were had did said says told ago has=1 have=1 been became began broke brought came fell found gave got grew held knew led left lost made met paid put ran rose sat saw sent showed shut spoke spent stood took thought won went wrote hit cut
        """;

    private static readonly FrozenDictionary<string, (TimeClass Class, int Value)> Words = Read();

    private static readonly FrozenDictionary<string, (TimeClass Class, int Value)>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The class of a word, whatever its case.</summary>
    public static bool TryGet(ReadOnlySpan<char> word, out TimeClass kind, out int value)
    {
        kind = TimeClass.None;
        value = 0;
        if (word.Length > 12 || !Lookup.TryGetValue(word, out var entry)) return false;
        (kind, value) = entry;
        return true;
    }

    // A word listed twice keeps its first class: the table is in order of precedence.
    private static FrozenDictionary<string, (TimeClass, int)> Read()
    {
        var words = new Dictionary<string, (TimeClass, int)>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in Table.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var kind = Enum.Parse<TimeClass>(parts[0]);
            foreach (var part in parts.AsSpan(1))
            {
                var eq = part.LastIndexOf('=');
                var value = eq < 0 ? 0 : int.Parse(part.AsSpan(eq + 1), CultureInfo.InvariantCulture);
                words.TryAdd(eq < 0 ? part : part[..eq], (kind, value));
            }
        }

        return words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
