' What tests have LibreOffice do: a list of jobs, one a line, with tabs between the parts of each.

Sub Main(jobsUrl As String, troubleUrl As String)
  Dim oFiles, oJobs, oDoc, aPart
  oFiles = createUnoService("com.sun.star.ucb.SimpleFileAccess")
  oJobs = createUnoService("com.sun.star.io.TextInputStream")
  oJobs.setInputStream(oFiles.openFileRead(jobsUrl))
  oJobs.setEncoding("UTF-8")
  On Error GoTo Trouble
  Do While Not oJobs.isEOF()
    aPart = Split(oJobs.readLine(), Chr(9))
    If UBound(aPart) >= 1 Then
      Select Case aPart(0)
        Case "open"
          oDoc = OpenHidden(aPart(1))
        Case "after"
          TypeAfter(oDoc, aPart(1), aPart(2))
        Case "before"
          TypeBefore(oDoc, aPart(1), aPart(2))
        Case "relist"
          UpdateLists(oDoc)
        Case "record"
          oDoc.RecordChanges = True
        Case "replace"
          TypeOver(oDoc, aPart(1), aPart(2))
        Case "comment"
          Remark(oDoc, aPart(1), aPart(2))
        Case "delete"
          FindLine(oDoc, aPart(1)).dispose()
        Case "settle"
          SettleChanges(oDoc, aPart(1))
        Case "look"
          LookAt(oDoc, aPart(1), oFiles)
        Case "store"
          StoreTo(oDoc, aPart(1))
          oDoc.close(True)
      End Select
    End If
  Loop
  StarDesktop.terminate()
  Exit Sub
Trouble:
  WriteOut(oFiles, troubleUrl, Error$ & " in line " & Erl & Chr(10))
  StarDesktop.terminate()
End Sub

Function OpenHidden(sUrl)
  Dim aHow(0) As New com.sun.star.beans.PropertyValue
  aHow(0).Name = "Hidden"
  aHow(0).Value = True
  OpenHidden = StarDesktop.loadComponentFromURL(sUrl, "_blank", 0, aHow())
End Function

Sub StoreTo(oDoc, sUrl)
  Dim aHow(0) As New com.sun.star.beans.PropertyValue
  aHow(0).Name = "FilterName"
  aHow(0).Value = "MS Word 2007 XML"
  oDoc.storeToURL(sUrl, aHow())
End Sub

Function FindLine(oDoc, sBeginning)
  Dim oAll, oLine
  oAll = oDoc.Text.createEnumeration()
  Do While oAll.hasMoreElements()
    oLine = oAll.nextElement()
    If oLine.supportsService("com.sun.star.text.Paragraph") Then
      If Left(oLine.getString(), Len(sBeginning)) = sBeginning Then
        FindLine = oLine
        Exit Function
      End If
    End If
  Loop
End Function

Sub TypeAfter(oDoc, sWhere, sTyped)
  Dim oCursor
  oCursor = oDoc.Text.createTextCursorByRange(FindLine(oDoc, sWhere).getEnd())
  oDoc.Text.insertControlCharacter(oCursor, com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK, False)
  oDoc.Text.insertString(oCursor, sTyped, False)
End Sub

Sub SettleChanges(oDoc, sHow)
  Dim aNone()
  createUnoService("com.sun.star.frame.DispatchHelper").executeDispatch(oDoc.getCurrentController().getFrame(), ".uno:" & sHow & "AllTrackedChanges", "", 0, aNone())
End Sub

Sub TypeBefore(oDoc, sWhere, sTyped)
  Dim oCursor
  oCursor = oDoc.Text.createTextCursorByRange(FindLine(oDoc, sWhere).getStart())
  oDoc.Text.insertString(oCursor, sTyped, False)
  oDoc.Text.insertControlCharacter(oCursor, com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK, False)
End Sub

Function FindWords(oDoc, sWords)
  Dim oSearch
  oSearch = oDoc.createSearchDescriptor()
  oSearch.SearchString = sWords
  oSearch.SearchCaseSensitive = True
  FindWords = oDoc.findFirst(oSearch)
End Function

Sub TypeOver(oDoc, sOld, sNew)
  FindWords(oDoc, sOld).setString(sNew)
End Sub

Sub Remark(oDoc, sWords, sText)
  Dim oNote, oRange
  oRange = FindWords(oDoc, sWords)
  oNote = oDoc.createInstance("com.sun.star.text.textfield.Annotation")
  oNote.Content = sText
  oNote.Author = "Bo Field"
  oRange.getText().insertTextContent(oRange, oNote, True)
End Sub

Sub UpdateLists(oDoc)
  Dim oLists, i
  oLists = oDoc.getDocumentIndexes()
  For i = 0 To oLists.getCount() - 1
    oLists.getByIndex(i).update()
  Next i
End Sub

Sub LookAt(oDoc, sUrl, oFiles)
  oDoc.refresh()
  oDoc.TextFields.refresh()
  WriteOut(oFiles, sUrl, StoryLines(oDoc.Text))
End Sub

Sub WriteOut(oFiles, sUrl, sWhole)
  Dim oOut
  If oFiles.exists(sUrl) Then oFiles.kill(sUrl)
  oOut = createUnoService("com.sun.star.io.TextOutputStream")
  oOut.setOutputStream(oFiles.openFileWrite(sUrl))
  oOut.setEncoding("UTF-8")
  oOut.writeString(sWhole)
  oOut.closeOutput()
End Sub

Function StoryLines(oStory) As String
  Dim oAll, oBlock, aNames, i, sDone As String
  oAll = oStory.createEnumeration()
  Do While oAll.hasMoreElements()
    oBlock = oAll.nextElement()
    If oBlock.supportsService("com.sun.star.text.Paragraph") Then
      sDone = sDone & oBlock.ListLabelString & Chr(9) & oBlock.ParaStyleName & Chr(9) & LineText(oBlock) & Chr(10)
    Else
      aNames = oBlock.getCellNames()
      For i = LBound(aNames) To UBound(aNames)
        sDone = sDone & StoryLines(oBlock.getCellByName(aNames(i)))
      Next i
    End If
  Loop
  StoryLines = sDone
End Function

Function LineText(oHolder) As String
  Dim oAll, oPiece, sDone As String
  oAll = oHolder.createEnumeration()
  Do While oAll.hasMoreElements()
    oPiece = oAll.nextElement()
    Select Case oPiece.TextPortionType
      Case "Text"
        sDone = sDone & Replace(Replace(oPiece.getString(), Chr(10), "\n"), Chr(9), "\t")
      Case "TextField"
        sDone = sDone & oPiece.TextField.getPresentation(False)
      Case "ContentControl"
        sDone = sDone & LineText(oPiece.ContentControl)
    End Select
  Loop
  LineText = sDone
End Function
