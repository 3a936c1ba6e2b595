"""The nouns of Fasthold: their shapes and their rules, in plain Python.

    practice      lægehus            where doctors work; visited in a rhythm
    doctor        læge               trainee: uddannelseslæge
    visit         besøg              half an hour at a practice
    absence       fravær             days on which the consultant visits nobody
    soft block    helst ikke         weeks and days on which a visit is better not
    calendar file kalenderfil        visits or absences as other calendars read and write them
    lesson        undervisning       a topic taught at a practice, or planned to be
    rhythm        rytme              the weeks between the visits held at a practice
    cooperation   samarbejdsaftale   who does what when between a practice and the municipality
    duty          aftalt opgave      one line of a cooperation agreement: who does what when
    preparation   forberedelse       what to know and bring before a visit
    flag          flag               what a doctor raises before the patient has said yes
    slip          seddel             the paper a doctor hands to the patient, with the flag's code
    citizen       borger             a person who said yes
    consent       samtykke           party x information x direction x until
    wording       ordlyd             the numbered text said to a citizen who gives a consent
    purpose       formål             what a consent is for
    restriction   begrænsning        a person is kept and not used, because somebody asked for that
    hold          bevares            a person is kept beyond the usual day, because of a reason
    fall          bortfald           a consent that holds no more: why, what stopped, who was told
    disclosure    videregivelse      something that left, and on what basis
    follow-up     forløb             one citizen's road to keeping the job
    clock rule    frist              a deadline a follow-up's clock counts towards
    retention rule opbevaringsfrist  how long something is kept before it goes by itself
    contact       kontakt            a talk that happened or was tried
    measure       måling             how it goes, in the citizen's own numbers and words
    party         part               someone who takes part in a follow-up
    task          opgave             something to do, with a day
    roundtable    rundbordssamtale   all parties round one table
    agenda        dagsorden          the points of a roundtable, each with its minutes
    point         punkt              one of them: open, reached or not reached
    remark        bemærkning         a line typed while people talk; held if no employer may read it
    audience      hvem læser         who may read a remark or an agreement
    agreement     aftale             function, task, adjustment, period, review, owner
    adjustment    tilpasning         what the workplace does
    hours ladder  optrapning         hours per week, step by step
    workspace     arbejdsmappe       the encrypted file
    audit trail   revisionsspor      what happened to it and to what is known of people, in codes

Code says the English, windows and papers the Danish (or English). One noun, one word, everywhere.

A draft holds what was typed, as text, complete or not; `settle_x` turns it into facts or raises
`Rejected` with every problem at once. So nothing that was typed is lost, however wrong it is.
"""
