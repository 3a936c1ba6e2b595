"""One module per schema version, m0001 first. A released migration is never edited.

version  release  what changed
1 to 9   0.1.0    the first schema, one function per noun
10       0.1.0    absences, and times better avoided
11, 12   0.1.0    what calendar files were told, and which absences came from one
13       0.1.0    which closed days came from a calendar file
14       0.1.0    who came to a visit, when its clock stood, what was dropped; tasks of promises
15       0.1.0    topics taught, and cooperation agreements
16       0.1.0    at which later visit a question was answered
17       0.1.0    which doctor told of a flag
18       0.1.0    from which flag a relayed yes came
19       0.1.0    deadlines of the clock
20       0.1.0    the audit trail
21       0.1.0    purpose, receiver and wording of a consent; a disclosure counts the Danish day
22       0.1.0    the day a flag was first noted
23       0.1.0    what was copied to the case system when; citizens who are not to be rung
24       0.1.0    how a consent fell, what stopped with it, who was told
25       0.1.0    no setting holds a NUL
26       0.1.0    the ledger of erasures, and which copies were saved
27       0.1.0    who drives, and which rung a party aims at
28       0.1.0    measures
29       0.1.0    indexes of what is asked of one person
30       0.1.0    rungs of the goal ladder
31       0.1.0    signs of how much has to be coordinated
32       0.1.0    how long before its day one is reminded of a task
33       0.1.0    restrictions, and who is held beyond the usual day
34       0.1.0    papers and rules of the access report in the audit trail
36       0.1.0    how long things are kept, once a rule is changed
37       0.1.0    where the audit trail begins after five years
40       0.1.0    agendas and remarks of roundtables, and who reads each line
41       0.1.0    the sheets of a roundtable in the audit trail
42       0.1.0    an index of what a doctor passed on
44       0.1.0    on which days the hours of a step lie
46       0.1.0    from which ideas of the catalogue an agreement was taken, and which are hidden
47       0.1.0    what was found on looking a scheme up again
48       0.1.0    what was printed in the audit trail
49       0.1.0    calendar files of meetings in the audit trail
"""
