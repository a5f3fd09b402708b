namespace Readout.Ledger.Identity;

/// <summary>What sets two tellings apart.</summary>
internal enum Obstacle
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>One article tells of both, and so tells them apart.</summary>
    OneArticle,

    /// <summary>Their kinds are of different families, such as a call and a visit.</summary>
    Kinds,

    /// <summary>Their dates, or their publications where they give none, do not meet.</summary>
    Dates,

    /// <summary>On some side they name other persons, or too few sides are common.</summary>
    Persons,

    /// <summary>Each names a side that the other does not.</summary>
    Sides,

    /// <summary>They have different numbers in one series: the second round, the third.</summary>
    Numbers,

    /// <summary>One names more sides than the other, and neither days nor place say that it is the same occasion.</summary>
    Occasion,

    /// <summary>States alone are common, without a date, and the kinds differ or the articles are too far apart.</summary>
    StatesAlone,
}
