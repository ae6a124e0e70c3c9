namespace Demarche.Knowledge.Learning;

/// <summary>A text says that somebody holds an office: "Examplian foreign minister Ada Orm".</summary>
/// <param name="Body">Index of the state in the actor table.</param>
/// <param name="Office">Index of the office.</param>
/// <param name="Name">As written.</param>
/// <param name="Day">Day number of the document.</param>
/// <param name="Document">Its id: the evidence.</param>
public readonly record struct OfficeSighting(int Body, int Office, string Name, int Day, string Document);
