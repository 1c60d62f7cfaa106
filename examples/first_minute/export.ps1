# Five people in PowerShell, written to people.csv in the current folder.
# PowerShell 7 needs neither -NoTypeInformation nor -Encoding UTF8. Windows PowerShell 5.1 needs both, and the byte
# order mark that this file begins with: without it, it does not read a script as UTF-8.
$people = @(
    [pscustomobject]@{ id = 'p1'; note = 'asked twice, by phone'; age_band = '65_or_older'; smoking = 'past'
        clot_history = 'yes'; heart_history__heart_attack = 'yes'; heart_history__stroke = 'no'
        symptoms_now__clot_leg = 'no' }
    [pscustomobject]@{ id = 'p2'; note = 'from Zürich'; age_band = '50_to_64'; smoking = 'never'
        clot_history = 'not_sure'; heart_history__heart_attack = 'no'; heart_history__stroke = 'not_sure'
        symptoms_now__clot_leg = 'no' }
    [pscustomobject]@{ id = 'p3'; note = 'said "maybe"'; age_band = '18_to_49'; smoking = 'current'
        clot_history = 'no'; heart_history__heart_attack = 'no'; heart_history__stroke = $null
        symptoms_now__clot_leg = 'no' }
    [pscustomobject]@{ id = 'p4'; note = $null; age_band = '18_to_49'; smoking = 'never'
        clot_history = 'no'; heart_history__heart_attack = 'no'; heart_history__stroke = 'no'
        symptoms_now__clot_leg = 'no' }
    [pscustomobject]@{ id = 'p5'; note = $null; age_band = $null; smoking = $null
        clot_history = $null; heart_history__heart_attack = 'no'; heart_history__stroke = 'no'
        symptoms_now__clot_leg = 'yes' }
)
$people | Export-Csv -Path people.csv -NoTypeInformation -Encoding UTF8
