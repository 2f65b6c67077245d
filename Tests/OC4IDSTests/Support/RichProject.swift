/// A project with every section filled in as it should be, in which no check finds anything. The place names are real, all else is invented.
enum RichProject {
    /// With links to contract data.
    static let text = project(releases: releases)
    /// The same without, so that checks that leave linked data alone look at it too.
    static let withoutReleases = project(releases: "")

    private static func project(releases: String) -> String {
        """
        {"id": "oc4ids-bu3kcz-ms-2021-0007", "updated": "2026-06-15T10:30:00-06:00", "language": "es",
         "identifiers": [{"id": "290117", "scheme": "GT-SNIP"}, {"id": "MS-2021-0007", "scheme": "GT-MS-INTERNO"}],
         "title": "Ampliación del Centro de Atención Permanente de San Lucas Tolimán, Sololá",
         "description": "Construcción de un módulo de maternidad de 24 camas, dos salas de parto y un laboratorio, junto al edificio existente.",
         "purpose": "Atender partos y emergencias sin trasladar a las pacientes hasta la cabecera departamental.",
         "status": "maintenance", "type": "expansion", "sector": ["health"],
         "additionalClassifications": [{"scheme": "COFOG", "id": "07.3.1", "description": "Servicios hospitalarios generales"},
                                       {"scheme": "sdg", "id": "3", "description": "Salud y bienestar", "uri": "https://www.example.org/ods/3"}],
         "publicAuthority": {"id": "GT-NIT-1000001", "name": "Ministerio de Salud de Ejemplo"},
         \(periods), \(budget), \(locations), \(parties), \(progress), \(costs), \(documents),
         "contractingProcesses": [\(design), \(construction(releases)), \(supervision)],
         \(surroundings)}
        """
    }

    private static let periods = """
        "period": {"startDate": "2021-03-01T00:00:00-06:00", "endDate": "2024-06-28T23:59:59-06:00", "durationInDays": 1216},
        "identificationPeriod": {"startDate": "2021-03-01T00:00:00-06:00", "endDate": "2021-08-31T23:59:59-06:00", "durationInDays": 184},
        "preparationPeriod": {"startDate": "2021-09-01T00:00:00-06:00", "endDate": "2022-08-31T23:59:59-06:00", "durationInDays": 365},
        "implementationPeriod": {"startDate": "2022-09-05T00:00:00-06:00", "endDate": "2024-03-29T23:59:59-06:00", "maxExtentDate": "2024-04-30T23:59:59-06:00"},
        "completionPeriod": {"startDate": "2024-04-01T00:00:00-06:00", "endDate": "2024-06-28T23:59:59-06:00"},
        "maintenancePeriod": {"startDate": "2024-07-01T00:00:00-06:00", "endDate": "2044-06-30T23:59:59-06:00"},
        "decommissioningPeriod": {"startDate": "2044-07-01T00:00:00-06:00", "endDate": "2045-06-30T23:59:59-06:00"},
        "assetLifetime": {"startDate": "2024-07-01T00:00:00-06:00", "endDate": "2044-06-30T23:59:59-06:00", "durationInDays": 7305},
        "completion": {"endDate": "2024-06-28T00:00:00-06:00", "endDateDetails": "Tres meses después de lo previsto, por las lluvias de 2023.",
                       "finalValue": {"amount": 10000000, "currency": "GTQ"}, "finalValueDetails": "Incluye la ampliación del contrato de obra.",
                       "finalScope": "Módulo de maternidad de 24 camas, dos salas de parto, laboratorio y muro perimetral.",
                       "finalScopeDetails": "Se agregó el muro perimetral, que no estaba en el diseño."}
        """

    private static let budget = """
        "budget": {"description": "Presupuesto aprobado para estudios, obra y supervisión.", "amount": {"amount": 10500000, "currency": "GTQ"},
          "requestDate": "2021-10-04T00:00:00-06:00", "approvalDate": "2021-12-15T00:00:00-06:00",
          "budgetBreakdowns": [
            {"id": "anual", "description": "Por ejercicio fiscal", "budgetBreakdown": [
              {"id": "2022", "description": "Estudios y anticipo de obra", "amount": {"amount": 2700000, "currency": "GTQ"},
               "period": {"startDate": "2022-01-01T00:00:00-06:00", "endDate": "2022-12-31T23:59:59-06:00"},
               "sourceParty": {"id": "GT-NIT-1000001", "name": "Ministerio de Salud de Ejemplo"}, "approvalDate": "2021-12-15T00:00:00-06:00"},
              {"id": "2023", "description": "Obra gris e instalaciones", "amount": {"amount": 5300000, "currency": "GTQ"},
               "period": {"startDate": "2023-01-01T00:00:00-06:00", "endDate": "2023-12-31T23:59:59-06:00"}, "uri": "https://presupuesto.example.org/2023/ms-0007",
               "sourceParty": {"id": "GT-NIT-1000007", "name": "Banco de Desarrollo de Ejemplo"}},
              {"id": "2024", "description": "Acabados y entrega", "amount": {"amount": 2500000, "currency": "GTQ"},
               "period": {"startDate": "2024-01-01T00:00:00-06:00", "endDate": "2024-12-31T23:59:59-06:00"},
               "sourceParty": {"id": "GT-NIT-1000001", "name": "Ministerio de Salud de Ejemplo"}}]}],
          "finance": [{"id": "prestamo-1", "title": "Préstamo para la red de servicios de salud", "description": "Cubre la obra gris y las instalaciones.",
            "value": {"amount": 5300000, "currency": "GTQ"}, "financingParty": {"id": "GT-NIT-1000007", "name": "Banco de Desarrollo de Ejemplo"},
            "financingPartyType": "multilateral", "source": "Línea de crédito para infraestructura social", "assetClass": ["debt"], "type": "loan",
            "repaymentPriority": "senior", "concessional": true, "resultsBased": false,
            "period": {"startDate": "2022-01-15T00:00:00-06:00", "endDate": "2042-01-14T23:59:59-06:00"},
            "paymentPeriod": {"startDate": "2026-01-15T00:00:00-06:00", "endDate": "2042-01-14T23:59:59-06:00"}, "paymentFrequency": 2,
            "interestRate": {"base": "Tasa de política monetaria", "margin": 0.0125, "fixed": false, "notes": "Se revisa cada semestre."},
            "exchangeRateGuarantee": false, "stepInRights": false}]}
        """

    private static let locations = """
        "locations": [
          {"id": "edificio", "description": "Terreno municipal junto al centro de salud.", "geometry": {"type": "Point", "coordinates": [-91.1402, 14.6331]},
           "gazetteer": {"scheme": "ISO2", "identifiers": ["GT-07"]}, "uri": "https://mapas.example.org/san-lucas-toliman",
           "address": {"streetAddress": "4 avenida 2-15, zona 1", "locality": "San Lucas Tolimán", "region": "Sololá", "postalCode": "07013", "countryName": "Guatemala"}},
          {"id": "terreno", "description": "Contorno del terreno.", "geometry": {"type": "Polygon", "coordinates":
           [[[-91.1408, 14.6328], [-91.1396, 14.6328], [-91.1396, 14.6336], [-91.1408, 14.6336], [-91.1408, 14.6328]]]}},
          {"id": "acceso", "description": "Calle de acceso por adoquinar.", "geometry": {"type": "LineString", "coordinates": [[-91.1402, 14.6331], [-91.1389, 14.6340]]}}]
        """

    private static let parties = """
        "parties": [
          {"id": "GT-NIT-1000001", "name": "Ministerio de Salud de Ejemplo", "roles": ["publicAuthority", "buyer", "funder", "payer"],
           "identifier": {"scheme": "GT-NIT", "id": "1000001", "legalName": "Ministerio de Salud de Ejemplo", "uri": "https://salud.example.org"},
           "address": {"streetAddress": "6 avenida 3-45, zona 11", "locality": "Guatemala", "region": "Guatemala", "postalCode": "01011", "countryName": "Guatemala"},
           "contactPoint": {"name": "Unidad de Acceso a la Información", "email": "informacion@salud.example.org", "telephone": "+502 2200 0145",
                            "faxNumber": "+502 2200 0146", "url": "https://salud.example.org/informacion"},
           "people": [{"id": "1", "name": "Ana Lucía Tzoc Ejemplo", "jobTitle": "Viceministra de Hospitales", "email": "viceministra@salud.example.org",
                       "telephone": "+502 2200 0150"}]},
          {"id": "GT-NIT-1000002", "name": "Unidad Ejecutora de Infraestructura de Ejemplo", "roles": ["procuringEntity", "administrativeEntity"],
           "identifier": {"scheme": "GT-NIT", "id": "1000002"}, "additionalIdentifiers": [{"scheme": "GT-ENTIDAD", "id": "1113-0009"}],
           "address": {"streetAddress": "9 calle 1-20, zona 10", "locality": "Guatemala", "region": "Guatemala", "postalCode": "01010", "countryName": "Guatemala"},
           "contactPoint": {"name": "Departamento de Compras", "email": "compras@unidad.example.org", "telephone": "+502 2200 0160"},
           "classifications": [{"scheme": "GT-SECTOR-PUBLICO", "id": "11", "description": "Administración central"}],
           "people": [{"id": "1", "name": "Mario Estuardo Xicay Ejemplo", "jobTitle": "Administrador del contrato"}]},
          {"id": "GT-NIT-1000003", "name": "Arquitectura del Lago de Ejemplo, S.A.", "roles": ["tenderer", "supplier"],
           "identifier": {"scheme": "GT-NIT", "id": "1000003"}, "contactPoint": {"email": "oficina@arquitectura.example.com", "telephone": "+502 7700 0171"}},
          {"id": "GT-NIT-1000004", "name": "Constructora Volcán de Ejemplo, S.A.", "roles": ["tenderer", "supplier", "payee"],
           "identifier": {"scheme": "GT-NIT", "id": "1000004", "legalName": "Constructora Volcán de Ejemplo, Sociedad Anónima"},
           "contactPoint": {"email": "obras@volcan.example.com", "telephone": "+502 7700 0182"},
           "beneficialOwners": [{"id": "1", "name": "Carlos Humberto Sajvín Ejemplo", "nationalities": ["GT"],
             "identifier": {"scheme": "GTM-IDCARD", "id": "2000 00001 0713"}, "email": "gerencia@volcan.example.com", "telephone": "+502 7700 0183",
             "address": {"locality": "Sololá", "region": "Sololá", "countryName": "Guatemala"}}]},
          {"id": "GT-NIT-1000005", "name": "Edificaciones del Sur de Ejemplo, S.A.", "roles": ["tenderer"], "identifier": {"scheme": "GT-NIT", "id": "1000005"}},
          {"id": "GT-NIT-1000006", "name": "Supervisión Técnica de Ejemplo, S.A.", "roles": ["tenderer", "supplier"], "identifier": {"scheme": "GT-NIT", "id": "1000006"}},
          {"id": "GT-NIT-1000007", "name": "Banco de Desarrollo de Ejemplo", "roles": ["funder"], "identifier": {"scheme": "GT-NIT", "id": "1000007"}},
          {"id": "GT-NIT-1000008", "name": "Asociación de Vigilancia Ciudadana de Ejemplo", "roles": ["independentMonitor"]}]
        """

    private static let progress = """
        "forecasts": [{"id": "physicalProgress", "title": "Avance físico programado", "description": "Según el cronograma del contrato de obra.", "observations": [
            {"id": "2023-06", "period": {"startDate": "2022-09-05T00:00:00-06:00", "endDate": "2023-06-30T23:59:59-06:00"}, "measure": 62,
             "unit": {"name": "Por ciento", "scheme": "UNCEFACT", "id": "P1", "uri": "https://www.example.org/unidades/p1"}},
            {"id": "2023-12", "period": {"startDate": "2022-09-05T00:00:00-06:00", "endDate": "2023-12-31T23:59:59-06:00"}, "measure": 100,
             "unit": {"name": "Por ciento", "scheme": "UNCEFACT", "id": "P1"}}]}],
        "metrics": [{"id": "physicalProgress", "title": "Avance físico alcanzado", "observations": [
            {"id": "2023-06", "period": {"startDate": "2022-09-05T00:00:00-06:00", "endDate": "2023-06-30T23:59:59-06:00"}, "measure": 48,
             "unit": {"name": "Por ciento", "scheme": "UNCEFACT", "id": "P1"}, "notes": "Atraso por lluvias en mayo y junio."}]},
          {"id": "financialProgress", "title": "Avance financiero alcanzado", "observations": [
            {"id": "2023-06", "period": {"startDate": "2022-09-05T00:00:00-06:00", "endDate": "2023-06-30T23:59:59-06:00"},
             "value": {"amount": 4300000, "currency": "GTQ"}, "dimensions": {"fuente": "préstamo"}}]}],
        "milestones": [
          {"id": "aprobacion", "title": "Proyecto aprobado", "type": "approval", "code": "projectApproval", "description": "Con opinión técnica favorable.",
           "dueDate": "2021-12-31T00:00:00-06:00", "dateMet": "2021-12-15T00:00:00-06:00", "dateModified": "2021-12-16T00:00:00-06:00", "status": "met"},
          {"id": "entrega", "title": "Obra entregada al centro de salud", "type": "delivery", "code": "completion",
           "dueDate": "2024-06-28T00:00:00-06:00", "dateMet": "2024-06-28T00:00:00-06:00", "status": "met"}],
        "transactions": [{"id": "desembolso-1", "source": "https://pagos.example.org/ms-0007", "date": "2022-09-20T00:00:00-06:00",
          "value": {"amount": 1780000, "currency": "GTQ"}, "payer": {"id": "GT-NIT-1000001", "name": "Ministerio de Salud de Ejemplo"},
          "payee": {"id": "GT-NIT-1000004", "name": "Constructora Volcán de Ejemplo, S.A."}, "uri": "https://pagos.example.org/ms-0007/desembolso-1",
          "relatedImplementationMilestone": {"id": "aprobacion", "title": "Proyecto aprobado"}}]
        """

    private static let costs = """
        "costMeasurements": [{"id": "1", "date": "2022-06-01T00:00:00-06:00", "lifeCycleCosting": {"value": {"amount": 16500000, "currency": "GTQ"}},
          "costGroups": [{"id": "obra", "category": "construction", "costs": [
              {"id": "estructura", "classification": {"scheme": "icms", "id": "02.02", "description": "Estructura"}, "value": {"amount": 8400000, "currency": "GTQ"}}]},
            {"id": "conservacion", "category": "maintenance", "costs": [{"id": "anual", "value": {"amount": 8100000, "currency": "GTQ"}}]}]}]
        """

    private static let documents = """
        "documents": [
          {"id": "factibilidad", "documentType": "feasibilityStudy", "title": "Estudio de factibilidad", "description": "Demanda de partos y alternativas de ubicación.",
           "url": "https://salud.example.org/proyectos/ms-0007/factibilidad.pdf", "datePublished": "2021-09-15T00:00:00-06:00",
           "dateModified": "2021-09-20T00:00:00-06:00", "format": "application/pdf", "language": "es", "pageStart": "1", "pageEnd": "84",
           "accessDetails": "Descarga libre.", "author": "Dirección de Planificación"},
          {"id": "ambiental", "documentType": "environmentalImpact", "title": "Estudio de impacto ambiental",
           "url": "https://salud.example.org/proyectos/ms-0007/impacto.pdf", "datePublished": "2021-11-08T00:00:00-06:00", "format": "application/pdf", "language": "es"}]
        """

    private static let design = """
        {"id": "ocds-bu3kcz-15000001", "summary": {"ocid": "ocds-bu3kcz-15000001", "externalReference": "NOG 15000001", "nature": ["design"],
          "title": "Diseño del módulo de maternidad", "description": "Planos, especificaciones y presupuesto de la obra.", "status": "closed",
          "tender": {"procurementMethod": "selective", "procurementMethodDetails": "Cotización", "datePublished": "2022-01-17T09:00:00-06:00",
            "costEstimate": {"amount": 650000, "currency": "GTQ"}, "numberOfTenderers": 2,
            "tenderers": [{"id": "GT-NIT-1000003", "name": "Arquitectura del Lago de Ejemplo, S.A."}, {"id": "GT-NIT-1000006", "name": "Supervisión Técnica de Ejemplo, S.A."}],
            "procuringEntity": {"id": "GT-NIT-1000002", "name": "Unidad Ejecutora de Infraestructura de Ejemplo"},
            "administrativeEntity": {"id": "GT-NIT-1000002", "name": "Unidad Ejecutora de Infraestructura de Ejemplo"}},
          "suppliers": [{"id": "GT-NIT-1000003", "name": "Arquitectura del Lago de Ejemplo, S.A."}], "contractValue": {"amount": 600000, "currency": "GTQ"},
          "contractPeriod": {"startDate": "2022-03-01T00:00:00-06:00", "endDate": "2022-07-29T23:59:59-06:00", "durationInDays": 151},
          "finalValue": {"amount": 600000, "currency": "GTQ"}}}
        """

    private static let releases = """
        , "releases": [{"id": "ocds-bu3kcz-15000002-tender", "tag": ["tender"], "date": "2022-05-16T09:00:00-06:00", "url": "https://contratos.example.org/15000002/tender.json"},
                       {"id": "ocds-bu3kcz-15000002-contract", "tag": ["contract"], "date": "2022-08-29T09:00:00-06:00", "url": "https://contratos.example.org/15000002/contract.json"}]
        """

    private static func construction(_ releases: String) -> String {
        """
        {"id": "ocds-bu3kcz-15000002"\(releases), "summary": {"ocid": "ocds-bu3kcz-15000002", "externalReference": "NOG 15000002", "nature": ["construction"],
          "title": "Obra del módulo de maternidad", "description": "Estructura, instalaciones, acabados y obras exteriores.", "status": "closed",
          "tender": {"procurementMethod": "open", "procurementMethodDetails": "Licitación pública", "datePublished": "2022-05-16T09:00:00-06:00",
            "costEstimate": {"amount": 8700000, "currency": "GTQ"}, "numberOfTenderers": 2,
            "tenderers": [{"id": "GT-NIT-1000004", "name": "Constructora Volcán de Ejemplo, S.A."}, {"id": "GT-NIT-1000005", "name": "Edificaciones del Sur de Ejemplo, S.A."}],
            "procuringEntity": {"id": "GT-NIT-1000002", "name": "Unidad Ejecutora de Infraestructura de Ejemplo"},
            "administrativeEntity": {"id": "GT-NIT-1000002", "name": "Unidad Ejecutora de Infraestructura de Ejemplo"}, "sustainability": [{"strategies": ["selectionCriteria"]}]},
          "suppliers": [{"id": "GT-NIT-1000004", "name": "Constructora Volcán de Ejemplo, S.A."}], "contractValue": {"amount": 8400000, "currency": "GTQ"},
          "contractPeriod": {"startDate": "2022-09-05T00:00:00-06:00", "endDate": "2023-12-29T23:59:59-06:00", "durationInDays": 481},
          "finalValue": {"amount": 8900000, "currency": "GTQ"},
          "documents": [{"id": "contrato", "documentType": "contractSigned", "title": "Contrato de obra", "url": "https://contratos.example.org/15000002/contrato.pdf",
            "datePublished": "2022-08-29T00:00:00-06:00", "format": "application/pdf", "language": "es"}],
          "modifications": [{"id": "1", "date": "2023-08-14T00:00:00-06:00", "description": "Muro perimetral y tres meses más de plazo.",
            "rationale": "El terreno vecino se deslizó con las lluvias.", "type": "value",
            "oldContractValue": {"amount": 8400000, "currency": "GTQ"}, "newContractValue": {"amount": 8900000, "currency": "GTQ"},
            "oldContractPeriod": {"startDate": "2022-09-05T00:00:00-06:00", "endDate": "2023-12-29T23:59:59-06:00"},
            "newContractPeriod": {"startDate": "2022-09-05T00:00:00-06:00", "endDate": "2024-03-29T23:59:59-06:00"}}],
          "transactions": [
            {"id": "pago-1", "source": "https://pagos.example.org/15000002", "date": "2022-09-20T00:00:00-06:00", "value": {"amount": 1780000, "currency": "GTQ"},
             "payer": {"id": "GT-NIT-1000001", "name": "Ministerio de Salud de Ejemplo"}, "payee": {"id": "GT-NIT-1000004", "name": "Constructora Volcán de Ejemplo, S.A."}},
            {"id": "pago-2", "date": "2024-04-19T00:00:00-06:00", "value": {"amount": 7120000, "currency": "GTQ"},
             "payer": {"id": "GT-NIT-1000001", "name": "Ministerio de Salud de Ejemplo"}, "payee": {"id": "GT-NIT-1000004", "name": "Constructora Volcán de Ejemplo, S.A."},
             "relatedImplementationMilestone": {"id": "recepcion", "title": "Recepción definitiva"}}],
          "milestones": [{"id": "recepcion", "title": "Recepción definitiva", "type": "delivery", "code": "completion", "dueDate": "2024-03-29T00:00:00-06:00",
            "dateMet": "2024-03-27T00:00:00-06:00", "status": "met", "value": {"amount": 7120000, "currency": "GTQ"}}],
          "social": {"laborBudget": {"amount": 120000, "currency": "GTQ"},
            "laborObligations": {"obligations": ["minimumWage", "protectivePersonalEquipment"], "description": "Salario mínimo y equipo de protección para las cuadrillas."}}}}
        """
    }

    private static let supervision = """
        {"id": "ocds-bu3kcz-15000003", "summary": {"ocid": "ocds-bu3kcz-15000003", "nature": ["supervision"], "title": "Supervisión de la obra de maternidad",
          "description": "Control de calidad, costos y plazos durante la obra.", "status": "closed",
          "tender": {"procurementMethod": "selective", "procurementMethodDetails": "Cotización", "datePublished": "2022-06-13T09:00:00-06:00",
            "costEstimate": {"amount": 520000, "currency": "GTQ"}, "numberOfTenderers": 1,
            "tenderers": [{"id": "GT-NIT-1000006", "name": "Supervisión Técnica de Ejemplo, S.A."}],
            "procuringEntity": {"id": "GT-NIT-1000002", "name": "Unidad Ejecutora de Infraestructura de Ejemplo"},
            "administrativeEntity": {"id": "GT-NIT-1000002", "name": "Unidad Ejecutora de Infraestructura de Ejemplo"}},
          "suppliers": [{"id": "GT-NIT-1000006", "name": "Supervisión Técnica de Ejemplo, S.A."}], "contractValue": {"amount": 500000, "currency": "GTQ"},
          "contractPeriod": {"startDate": "2022-09-05T00:00:00-06:00", "endDate": "2024-03-29T23:59:59-06:00"}, "finalValue": {"amount": 500000, "currency": "GTQ"}}}
        """

    private static let surroundings = """
        "relatedProjects": [{"id": "1", "scheme": "oc4ids", "identifier": "oc4ids-c4m9xq-ms-2009-0002", "relationship": "construction",
          "title": "Construcción del centro de salud de San Lucas Tolimán", "uri": "https://salud.example.org/proyectos/ms-2009-0002.json"}],
        "policyAlignment": {"policies": ["Política Nacional de Salud de Ejemplo"], "description": "Contribuye a la meta de atención de partos en servicios de salud."},
        "benefits": [{"title": "Atención de partos cerca de casa", "description": "Mil doscientos partos al año sin traslado.", "beneficiaries": [
          {"location": {"id": "municipio", "description": "Municipio de San Lucas Tolimán", "geometry": {"type": "Point", "coordinates": [-91.1421, 14.6345]}},
           "description": "Mujeres en edad fértil", "numberOfPeople": 8200}]}],
        "social": {"consultationMeetings": [{"id": "1", "date": "2021-05-20T10:00:00-06:00", "numberOfParticipants": 64,
            "address": {"streetAddress": "Salón municipal", "locality": "San Lucas Tolimán", "region": "Sololá", "countryName": "Guatemala"},
            "publicOffice": {"person": {"name": "Rosa Elvira Cúmez Ejemplo"}, "organization": {"id": "GT-NIT-1000001", "name": "Ministerio de Salud de Ejemplo"},
                             "jobTitle": "Directora de área"}}],
          "landCompensationBudget": {"amount": 150000, "currency": "GTQ"}, "inIndigenousLand": true,
          "healthAndSafety": {"materialTests": {"tests": ["concrete", "metal"], "description": "Ensayos de resistencia a los 7 y 28 días."}}},
        "environment": {"goals": ["climateChangeAdaptation"], "climateOversightTypes": ["internal"], "hasImpactAssessment": true,
          "impactCategories": [{"scheme": "ifc-environmental-social", "id": "B"}],
          "climateMeasures": [{"type": ["renewableEnergySources"], "description": "Paneles solares para agua caliente."}],
          "conservationMeasures": [{"type": "waterManagement", "description": "Captación de agua de lluvia."}],
          "environmentalMeasures": [{"type": "wasteManagement", "description": "Separación de desechos hospitalarios."}],
          "abatementCost": {"amount": 95000, "currency": "GTQ"}, "inProtectedArea": false},
        "lobbyingMeetings": [{"id": "1", "date": "2021-06-10T15:00:00-06:00", "numberOfParticipants": 5,
          "publicOffice": {"person": {"name": "Ana Lucía Tzoc Ejemplo"}, "organization": {"id": "GT-NIT-1000001", "name": "Ministerio de Salud de Ejemplo"}}}]
        """
}
